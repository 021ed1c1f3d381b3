/** A section of the app: its first page, and what else belongs to it. */
export interface Section {
	href: string;
	/** Addresses elsewhere whose pages belong to it. */
	also?: readonly string[];
}

/**
 * The address of the section that a path lies in, or undefined. The longest match wins, so "/" is current on "/" alone
 * and "/plan" also on "/plan/actions/EDI-14".
 */
export function currentTab(sections: readonly Section[], path: string): string | undefined {
	return sections
		.flatMap(({ href, also = [] }) => [href, ...also].map((root) => ({ href, root })))
		.filter(({ root }) => path === root || (root !== '/' && path.startsWith(`${root}/`)))
		.sort((a, b) => b.root.length - a.root.length)[0]?.href;
}
