import { describe, expect, it } from 'vitest';
import { MAX_PEOPLE } from '../engagement/tallies';
import { attendance, counted, groupKey, groupsOf, tapped } from './attendance';

describe('who came', () => {
	it('is what the evaluation says, also nobody', () => {
		expect(attendance({ attended: 0 }, [{ count: 7 }])).toBe(0);
	});

	it('is what all phones counted, where the evaluation leaves it to them or is not there', () => {
		const counts = [{ count: 7 }, { count: 0 }, { count: 5 }];
		expect(attendance({ attended: null }, counts)).toBe(12);
		expect(attendance(undefined, counts)).toBe(12);
		expect(counted(counts)).toBe(12);
	});

	it('is not known where nobody said and nobody counted', () => {
		expect(attendance(undefined, [])).toBeNull();
	});
});

describe('groups', () => {
	it('add up over phones, without those who were not asked', () => {
		const young = { age: '16_24' };
		expect(
			groupsOf([
				{ of: {}, count: 40 },
				{ of: young, count: 3 },
				{ of: { age: '75_over' }, count: 0 },
				{ of: { ...young }, count: 4 }
			])
		).toEqual([{ of: young, count: 7 }]);
	});

	it('are the same whichever answer comes first', () => {
		expect(groupKey({ age: '16_24', sex: 'male' })).toBe(groupKey({ sex: 'male', age: '16_24' }));
	});
});

describe('a tap', () => {
	it('never counts below nobody or above what the server takes', () => {
		expect([tapped(0, -1), tapped(3, 5), tapped(MAX_PEOPLE, 1)]).toEqual([0, 8, MAX_PEOPLE]);
	});
});
