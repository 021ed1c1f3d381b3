/** Amounts of money: whole pence in records, pounds on screen and as people type them. */

/** The largest amount that the server takes: ten million pounds. */
export const PENCE_MAX = 1_000_000_000;

/** The pence in a text ("2,400", "£2,400.50"); null for nothing entered, NaN for anything that is not an amount. */
export function readMoney(text: string): number | null {
	const bare = text
		.trim()
		.replace(/^£\s*/, '')
		.replace(/(?<=\d)[,\s](?=\d{3}(?!\d))/g, '');
	if (bare === '') return null;
	const [, pounds, pence = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(bare) ?? [];
	// By its digits: a sum of money is never a fraction that a computer rounds.
	return pounds === undefined ? NaN : Number(pounds + pence.padEnd(2, '0'));
}

/** "£2,400"; "£2,400.50" where there are odd pence. */
export function formatMoney(pence: number): string {
	return `£${moneyText(pence)}`;
}

/** The same without the sign, as a field holds it; '' for no amount. */
export function moneyText(pence: number | null): string {
	if (pence === null) return '';
	return (pence / 100).toLocaleString('en-GB', {
		minimumFractionDigits: pence % 100 === 0 ? 0 : 2,
		maximumFractionDigits: 2
	});
}
