import { expect, it } from 'vitest';
import { recordTables, type RecordTable } from '$lib/records/registry';
import { holdingWords, megabytes } from './holdings';

const none = Object.fromEntries(recordTables.map((table) => [table, 0])) as Record<
	RecordTable,
	number
>;

it('says what a device holds, and nothing of what it does not', () => {
	const records = { ...none, engagement_logs: 1_412, actions: 1, memberships: 2 };
	expect(holdingWords({ records, photos: 2 })).toBe('1,412 logs, 1 action, 2 photos');
	expect(holdingWords({ records: none, photos: 0 })).toBe('');
});

it('says how much room that takes', () => {
	expect(megabytes(4_160_000)).toBe('4.2 MB');
});
