/** Who does what when at an event. What checks it is apart (run-sheet.ts): screens do without. */

/** The most lines, and the longest texts, that the server takes. */
export const RUN_SHEET_MAX = { lines: 60, what: 200, who: 100 };

/** One line of a run sheet. */
export type RunSheetLine = {
	/** "10:30", by the clock on the wall; '' for no particular time. */
	at: string;
	what: string;
	/** A role or a team, never a resident: "Caretaker". '' for anybody. */
	who: string;
	done: boolean;
};

/** By time; what has none comes last, in the order given. */
export function inOrder(lines: readonly RunSheetLine[]): RunSheetLine[] {
	return [...lines].sort((a, b) => (a.at || '24:00').localeCompare(b.at || '24:00'));
}

/** "10:30 Set out chairs (Caretaker), done; …" */
export function runSheetInWords(lines: readonly RunSheetLine[]): string {
	return inOrder(lines)
		.map(
			({ at, what, who, done }) =>
				[at, what, who && `(${who})`].filter(Boolean).join(' ') + (done ? ', done' : '')
		)
		.join('; ');
}
