/** What stands before the items of a list, as people and programs print it. */

const BULLET =
	/^([•·◦▪■□●○◯‣⁃▸►➢➤✓✔✦❖◆♦☐☑☒→*–—-]|o(?=\s)|[\u00A7\uF0B7\uF0A7\uF0D8\uF0FC](?=\s))\s*/u;
const NUMBER =
	/^(\(?(\d{1,2}(?:\.\d{1,2}){0,3}|[a-z]|[ivx]{1,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,3})\s+/i;

export interface Marked {
	text: string;
	/** The number or letter as printed, null for a bullet. */
	marker: string | null;
}

/** A line without its bullet or number, or null when it has none. Dashes and stars need a blank after them. */
export function splitMarker(line: string): Marked | null {
	const bullet = BULLET.exec(line);
	if (bullet && (!/^[–—*-]/.test(line) || /^.\s/.test(line)))
		return { text: line.slice(bullet[0].length), marker: null };
	const number = NUMBER.exec(line);
	// "A." and "I." begin sentences and initials more often than items, unless closed by a bracket.
	if (number && !/^[A-Z]\.\s/.test(line))
		return { text: line.slice(number[0].length), marker: number[1] ?? null };
	return null;
}

/** What kind of marker it is: markers of one kind are on one level of a list. */
export function markerKind(line: string): string {
	const marked = splitMarker(line);
	if (!marked) return '';
	if (marked.marker === null) return line.charAt(0);
	const bare = marked.marker.replace(/[().]/g, (sign) => (sign === '.' ? '.' : ''));
	if (/^\d+\.?$/.test(bare)) return marked.marker.replace(/\d+/, '1');
	if (/^\d/.test(bare)) return `1${'.1'.repeat(bare.replace(/\.$/, '').split('.').length - 1)}`;
	return /^[ivx]+\.?$/i.test(bare) && !/^[vx]\.?$/i.test(bare) ? 'i' : 'a';
}

/** The number of a marker without brackets and final stop: "(a)" is "a", "1.2." is "1.2". */
export function bareMarker(marker: string): string {
	return marker.replace(/[()]/g, '').replace(/\.$/, '');
}
