/** Two people's edits of one long text: made into one, or laid side by side. */
import { diff3Merge, diffComm } from 'node-diff3';

/**
 * Merges two edits of one text, sentence by sentence and line by line, against what both began with.
 * Null where both changed the same passage: a person must choose.
 */
export function mergeText(base: string, mine: string, theirs: string): string | null {
	if (mine === theirs) return mine;
	const merged: string[] = [];
	for (const region of regionsOf(base, mine, theirs)) {
		if (!region.ok) return null;
		merged.push(...region.ok);
	}
	return merged.join('');
}

/** Both edits in one text, to be tidied by a person: where both changed the same passage, theirs and then mine. */
export function bothTexts(base: string, mine: string, theirs: string): string {
	const parts = regionsOf(base, mine, theirs).map((region) => {
		if (region.ok) return region.ok.join('');
		const [first, second] = [region.conflict?.b ?? [], region.conflict?.a ?? []].map((passages) =>
			passages.join('')
		) as [string, string];
		return first && second && !/\s$/.test(first) && !/^\s/.test(second)
			? `${first} ${second}`
			: first + second;
	});
	return parts.join('');
}

/** A piece of a text, and whether another text has it too. */
export interface Piece {
	text: string;
	differs: boolean;
}

/** A text in pieces, word by word against another: joined they are the text. */
export function piecesOf(text: string, other: string): Piece[] {
	return diffComm(words(text), words(other))
		.map((part) =>
			'common' in part
				? { text: part.common.join(''), differs: false }
				: { text: part.buffer1.join(''), differs: true }
		)
		.filter((piece) => piece.text !== '');
}

function regionsOf(base: string, mine: string, theirs: string) {
	return diff3Merge(passages(mine), passages(base), passages(theirs), {
		excludeFalseConflicts: true
	});
}

/** Sentences, and the white space between them, so that joining them gives the text back. */
function passages(text: string): string[] {
	const sentences = text.match(/[^.!?\n]*(?:[.!?]+\s*|\n+|$)/g) ?? [];
	return sentences
		.flatMap((sentence) => {
			const words = sentence.trimEnd();
			return [words, sentence.slice(words.length)];
		})
		.filter((passage) => passage !== '');
}

function words(text: string): string[] {
	return text.split(/(\s+)/).filter((word) => word !== '');
}
