/** Notes with what they show of residents marked: "ring {phone:07700 900123} after six". All of them are invented. */
import { readFileSync } from 'node:fs';
import type { Sighting } from '../../../src/lib/personal-data/find-personal-data';

export interface MarkedNote {
	text: string;
	marked: Sighting[];
}

/** The notes of a file beside this one, one a line. */
export function markedNotes(file: string): MarkedNote[] {
	return readFileSync(new URL(file, import.meta.url), 'utf8')
		.trim()
		.split('\n')
		.map(readMarks);
}

/** "ring {phone:07700}" read into its text and where the marks stand in it. */
export function readMarks(line: string): MarkedNote {
	const marked: Sighting[] = [];
	let text = '';
	for (const [, before = '', kind, piece = ''] of line.matchAll(/([^{]*)(?:\{(\w+):([^}]*)\})?/g)) {
		text += before;
		if (!kind) continue;
		const start = text.length;
		text += piece;
		marked.push({ kind: kind as Sighting['kind'], start, end: text.length });
	}
	return { text, marked };
}
