import { describe, expect, it } from 'vitest';
import { isAwarded, isDecided, mayMove } from './grant-moves';

const officer = { handlesGrants: false, seesCouncil: false };
const handler = { handlesGrants: true, seesCouncil: false };
const manager = { handlesGrants: true, seesCouncil: true };

describe('a grant', () => {
	it.each([
		['received', 'scored', handler],
		['scored', 'approved', manager],
		['scored', 'declined', manager],
		['approved', 'awarded', handler],
		['awarded', 'monitored', handler],
		['monitored', 'closed', handler],
		['closed', 'monitored', manager]
	] as const)('goes from %s to %s', (from, to, person) => {
		expect(mayMove(from, to, person)).toBe(true);
		expect(mayMove(from, to, officer)).toBe(false);
	});

	it.each([
		['scored', 'approved', handler],
		['received', 'declined', handler],
		['received', 'approved', manager],
		['declined', 'awarded', manager],
		['closed', 'received', manager]
	] as const)('does not go from %s to %s', (from, to, person) => {
		expect(mayMove(from, to, person)).toBe(false);
	});

	it('is decided once it is approved or declined, and awarded after that', () => {
		expect(isDecided({ status: 'withdrawn' })).toBe(false);
		expect(isDecided({ status: 'approved' })).toBe(true);
		expect(isAwarded({ status: 'approved' })).toBe(false);
		expect(isAwarded({ status: 'monitored' })).toBe(true);
		expect(isDecided({ status: 'monitored' })).toBe(true);
	});
});
