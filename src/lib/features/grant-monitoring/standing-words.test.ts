import { expect, it } from 'vitest';
import { standingInWords } from './standing-words';

it.each([
	['received', 0, 'Received'],
	['overdue', 0, 'Overdue'],
	['overdue', 1, 'Overdue by 1 working day'],
	['due_soon', 0, 'Due now'],
	['due_soon', 3, '3 working days left'],
	['later', 1_200, '1,200 working days left']
] as const)('%s by %i: %s', (state, workingDays, words) => {
	expect(standingInWords({ state, workingDays }).words).toBe(words);
});
