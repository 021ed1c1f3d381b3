import { describe, expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { addressOf, filterFrom, inOrder, isInView, matching, type View } from './event-list';

const event = (fields: object) => ({ ...sampleRow('community_events'), ...fields });
const DURING = new Date('2026-12-05T12:00:00Z');
const AFTER = new Date('2026-12-06T12:00:00Z');

describe('the address of the list', () => {
	it('says the filter, and is read back', () => {
		const filter = { view: 'past' as const, text: 'fair', ward: 'E05013097', type: '' };
		expect(addressOf(filter)).toBe('/events?view=past&text=fair&ward=E05013097');
		expect(filterFrom(new URLSearchParams('view=past&text=fair&ward=E05013097'))).toEqual(filter);
	});

	it('is short where nothing is asked, and what it does not know is left out', () => {
		expect(addressOf(filterFrom(new URLSearchParams('view=everything')))).toBe('/events');
	});
});

describe('the lists', () => {
	const viewsOf = (fields: object, now: Date) =>
		(['coming', 'ready', 'evaluate', 'past', 'cancelled'] as View[]).filter((view) =>
			isInView(view, event(fields), now)
		);

	it('hold an event where people look for it', () => {
		expect(viewsOf({ status: 'planned' }, DURING)).toEqual(['coming', 'ready']);
		expect(viewsOf({ status: 'published' }, DURING)).toEqual(['coming']);
		expect(viewsOf({ status: 'published' }, AFTER)).toEqual(['evaluate', 'past']);
		expect(viewsOf({ status: 'delivered' }, AFTER)).toEqual(['evaluate', 'past']);
		expect(viewsOf({ status: 'evaluated' }, AFTER)).toEqual(['past']);
		expect(viewsOf({ status: 'cancelled' }, DURING)).toEqual(['cancelled']);
	});

	it('begin with what comes next, or with what was last', () => {
		const [early, late] = [
			event({ id: 'early', starts_at: '2026-12-05T09:00:00+00:00' }),
			event({ id: 'late', starts_at: '2026-12-05T13:00:00+00:00' })
		];
		expect(inOrder([late, early], 'coming')).toEqual([early, late]);
		expect(inOrder([early, late], 'past')).toEqual([late, early]);
	});
});

it('matches words, ward and kind', () => {
	const events = [
		event({ title: 'Winter Fair', type: 'community' }),
		event({ title: 'Debt surgery', type: 'surgery', ward_code: 'E05013096' })
	];
	const titles = (filter: object) =>
		matching(events, { ...filterFrom(new URLSearchParams()), ...filter }, ({ ward_code }) =>
			ward_code === 'E05013096' ? 'Barton' : 'Blackbird Leys'
		).map(({ title }) => title);
	expect(titles({})).toHaveLength(2);
	expect(titles({ text: 'barton' })).toEqual(['Debt surgery']);
	expect(titles({ ward: 'E05013097' })).toEqual(['Winter Fair']);
	expect(titles({ type: 'surgery' })).toEqual(['Debt surgery']);
});
