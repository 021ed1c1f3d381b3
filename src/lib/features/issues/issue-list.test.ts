import { describe, expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import {
	addressOf,
	filterFrom,
	inOrder,
	isInView,
	matching,
	NO_FILTER,
	type View
} from './issue-list';

const me = crypto.randomUUID();
const around = { userId: me, today: '2026-11-18' };
const issues = {
	late: sampleRow('issues', { owner_id: me }),
	ours: sampleRow('issues', { created_by: me, due_on: '2026-11-19', kind: 'lighting' }),
	theirs: sampleRow('issues', {
		owner_id: crypto.randomUUID(),
		created_by: me,
		due_on: '2026-11-20'
	}),
	done: sampleRow('issues', { status: 'cannot', ward_code: 'E05013098' })
};

describe('the lists of issues', () => {
	it.each([
		['open', ['late', 'ours', 'theirs']],
		['mine', ['late', 'ours']],
		['late', ['late']],
		['done', ['done']]
	] as [View, string[]][])('%s', (view, expected) => {
		const found = Object.entries(issues).filter(([, issue]) => isInView(view, issue, around));
		expect(found.map(([name]) => name)).toEqual(expected);
	});

	it('are of a kind and a ward', () => {
		const all = Object.values(issues);
		expect(matching(all, { ...NO_FILTER, kind: 'lighting' })).toEqual([issues.ours]);
		expect(matching(all, { ...NO_FILTER, ward: 'E05013098' })).toEqual([issues.done]);
	});

	it('begin with what is due soonest, or was finished last', () => {
		const { late, ours, theirs } = issues;
		expect(inOrder([theirs, ours, late], 'open')).toEqual([late, ours, theirs]);
		const finished = (resolved_at: string) => sampleRow('issues', { resolved_at });
		const [first, second] = [finished('2026-11-01T10:00:00Z'), finished('2026-11-02T10:00:00Z')];
		expect(inOrder([first, second], 'done')).toEqual([second, first]);
	});

	it('are what their address says', () => {
		const filter = { view: 'late', kind: 'lighting', ward: '', period: 'this_month' } as const;
		const address = addressOf(filter);
		expect(address).toBe('/issues?view=late&kind=lighting&period=this_month');
		expect(filterFrom(new URL(address, 'https://example.org').searchParams)).toEqual(filter);
		expect(filterFrom(new URLSearchParams('view=odd&period=odd'))).toEqual(NO_FILTER);
	});
});
