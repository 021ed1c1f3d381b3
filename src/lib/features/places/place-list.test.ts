import { describe, expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { addressOf, dueOf, filterFrom, matching } from './place-list';

const filter = (query = '') => filterFrom(new URLSearchParams(query));
const hall = sampleRow('places', {
	name: 'Hall',
	step_free: true,
	latitude: 51.7,
	longitude: -1.2
});
const hub = sampleRow('places', { name: 'Hub', kind: 'hub', step_free: false, wifi: true });
const park = sampleRow('places', {
	name: 'Park',
	kind: 'green_space',
	ward_code: 'E05013110',
	latitude: 51.8,
	longitude: -1.2
});
const audit = (of: { id: string }, audited_on: string, next_audit_on: string) =>
	sampleRow('place_audits', { place_id: of.id, audited_on, next_audit_on });
const around = {
	audits: [
		audit(hall, '2024-01-01', '2025-01-01'),
		audit(hall, '2025-11-01', '2026-11-01'),
		audit(hub, '2025-12-10', '2026-12-10')
	],
	wardName: (code: string | null) => (code === 'E05013110' ? 'Northfield Brook' : 'Blackbird Leys'),
	today: '2026-11-23',
	metresTo: undefined
};
const names = (query: string, more: object = {}) => {
	const { sure, unknown } = matching([hall, hub, park], filter(query), { ...around, ...more });
	return [sure, unknown].map((some) => some.map(({ place }) => place.name));
};

describe('matching', () => {
	it.each([
		['', ['Hall', 'Hub', 'Park'], []],
		['kind=hub', ['Hub'], []],
		['ward=E05013110', ['Park'], []],
		['text=northfield+park', ['Park'], []],
		['has=step_free', ['Hall'], ['Park']],
		['has=step_free,wifi', [], ['Hall', 'Park']],
		// What is late first.
		['view=due', ['Hall', 'Hub'], []],
		['view=never', ['Park'], []]
	])('%s: %j for sure, %j perhaps', (query, sure, unknown) => {
		expect(names(query)).toEqual([sure, unknown]);
	});

	it('has the nearest first, and last what has no point', () => {
		const metresTo = ({ latitude }: { latitude: number }) => Math.abs(51.8 - latitude) * 1000;
		expect(names('', { metresTo })[0]).toEqual(['Park', 'Hall', 'Hub']);
	});
});

it.each([
	['2026-11-22', 'overdue'],
	['2026-11-23', 'due'],
	['2026-12-23', 'due'],
	['2026-12-24', undefined]
])('an audit that is next on %s is %s on 23 November', (next_audit_on, due) => {
	expect(dueOf({ next_audit_on }, '2026-11-23')).toBe(due);
});

describe('the address', () => {
	it.each(['', 'text=hall&kind=hub&ward=E05013110&view=due&has=step_free%2Cwifi'])(
		'%j says the filter',
		(query) => {
			expect(addressOf(filter(query))).toBe(`/places?${query}`);
		}
	);

	it('leaves out what it does not know', () => {
		expect(filter('view=unheard&has=step_free,throne')).toEqual({
			...filter(),
			has: ['step_free']
		});
	});
});
