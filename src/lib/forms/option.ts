/** One answer of a list to choose from. */
export interface Option {
	/** Never ''; that stands for nothing chosen. */
	value: string;
	label: string;
	hint?: string | undefined;
	/** The heading that it stands under, where a list has parts. */
	group?: string | undefined;
}
