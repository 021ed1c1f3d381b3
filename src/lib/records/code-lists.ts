/** The words for the codes that records hold, one list per enum of the database. */
import lists from '$seeds/code-lists/app.json';

export type CodeListName = keyof typeof lists;

export interface CodeListItem {
	code: string;
	label: string;
	/** The heading that an item stands under, in two-step lists such as ethnic group. */
	group?: string;
	hint?: string;
}

/** The items of a list, in the order in which they are offered. */
export function codeList(name: CodeListName): readonly CodeListItem[] {
	return lists[name].items;
}

/** The words for one code. A code that this build does not know yet (a newer server) is shown as it is. */
export function labelOf(name: CodeListName, code: string): string {
	return codeList(name).find((item) => item.code === code)?.label ?? code;
}
