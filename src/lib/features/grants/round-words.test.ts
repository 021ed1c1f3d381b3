import { expect, it } from 'vitest';
import { roundInWords, standingOf } from './round-words';

const round = { opens_on: '2026-10-05', closes_on: '2026-11-27', decided_by: '2026-12-18' };

it('says when a round is open, and when it is decided where that is promised', () => {
	expect(roundInWords(round)).toBe(
		'Open 5 October 2026 to 27 November 2026, decided by 18 December 2026'
	);
	expect(roundInWords({ ...round, decided_by: null })).toBe(
		'Open 5 October 2026 to 27 November 2026'
	);
});

it('is open from its first day to its last', () => {
	const words = (today: string) => standingOf(round, today).words;
	expect(words('2026-10-04')).toBe('Opens 5 October 2026');
	expect([words('2026-10-05'), words('2026-11-27'), words('2026-11-28')]).toEqual([
		'Open',
		'Open',
		'Closed'
	]);
});
