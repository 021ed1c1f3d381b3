import { describe, expect, it } from 'vitest';
import { GRANT_MOVES, type GrantStatus } from '$lib/records/grant/grant-moves';
import { movesOf, stepsOf } from './grant-steps';

const officer = { handlesGrants: false, seesCouncil: false };
const handler = { handlesGrants: true, seesCouncil: false };
const manager = { handlesGrants: true, seesCouncil: true };
const grant = (status: GrantStatus, score: number | null = 8) => ({ status, score });
const labels = (steps: readonly { label: string }[]) => steps.map(({ label }) => label);

describe('what may be done next', () => {
	it.each<[GrantStatus, string[], string[]]>([
		['received', ['Score'], ['Score', 'Decide']],
		['scored', ['Change the score'], ['Decide', 'Change the score']],
		['approved', ['Award'], ['Award']],
		['awarded', [], []]
	])('a grant that is %s: %j, for managers %j', (status, forHandler, forManager) => {
		expect(labels(stepsOf(grant(status), handler))).toEqual(forHandler);
		expect(labels(stepsOf(grant(status), manager))).toEqual(forManager);
		expect(stepsOf(grant(status), officer)).toEqual([]);
	});

	it('offers moves that the server takes, to whom it takes them from, and no other', () => {
		const statuses = [...new Set(GRANT_MOVES.map(({ from }) => from))];
		for (const status of statuses) {
			expect(movesOf(grant(status), officer)).toEqual([]);
			for (const { to } of movesOf(grant(status), manager))
				expect(GRANT_MOVES.some((move) => move.from === status && move.to === to)).toBe(true);
		}
		expect(labels(movesOf(grant('awarded'), handler))).toEqual(['Begin monitoring']);
		expect(labels(movesOf(grant('awarded'), manager))).toContain('Take the award back');
		expect(movesOf(grant('declined'), handler)).toEqual([]);
	});

	it('takes what was declined unscored back to where it came from', () => {
		expect(movesOf(grant('declined', null), manager)[0]?.to).toBe('received');
		expect(movesOf(grant('declined', 4.8), manager)[0]?.to).toBe('scored');
	});
});
