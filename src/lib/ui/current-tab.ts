/**
 * The tab whose section a path lies in, or undefined. The longest address wins, so "/" is current on "/" alone
 * and "/plan" also on "/plan/actions/EDI-14".
 */
export function currentTab(hrefs: readonly string[], path: string): string | undefined {
	return hrefs
		.filter((href) => path === href || (href !== '/' && path.startsWith(`${href}/`)))
		.sort((a, b) => b.length - a.length)[0];
}
