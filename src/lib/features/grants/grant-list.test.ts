import { describe, expect, it } from 'vitest';
import type { Row } from '$lib/records/registry';
import { sampleRow } from '$lib/records/sample-rows';
import {
	addressOf,
	filterFrom,
	givenBy,
	inOrder,
	isInView,
	matching,
	totalsOf,
	VIEWS,
	type View
} from './grant-list';

const grant = (columns: Partial<Row<'grants'>>) => sampleRow('grants', columns);
const none = filterFrom(new URLSearchParams());
const applicant = () => 'Barton Story Circle';

describe('the list of grants', () => {
	it('puts every status into exactly one list besides the whole', () => {
		const statuses = [
			...(['received', 'scored', 'approved', 'declined'] as const),
			...(['withdrawn', 'awarded', 'monitored', 'closed'] as const)
		];
		for (const status of statuses) {
			const views = (Object.keys(VIEWS) as View[]).filter((view) => isInView(view, { status }));
			expect(views).toHaveLength(2);
			expect(views).toContain('all');
		}
	});

	it('narrows by round, ward, group and words, the applicant’s name among them', () => {
		const stories = grant({
			round_id: 'r2',
			ward_codes: ['E05013096'],
			groups: ['asian', 'older_people']
		});
		const everywhere = grant({ title: 'Try a trike', ward_codes: [], groups: [] });
		const all = [stories, everywhere];
		expect(matching(all, { ...none, ward: 'E05013096' }, applicant)).toEqual(all);
		expect(matching(all, { ...none, ward: 'E05013097' }, applicant)).toEqual([everywhere]);
		expect(matching(all, { ...none, group: 'asian' }, applicant)).toEqual([stories]);
		expect(matching(all, { ...none, text: 'circle trike' }, applicant)).toEqual([everywhere]);
		expect(matching(all, { ...none, round: 'r2' }, applicant)).toEqual([stories]);
	});

	it('ranks what waits for a decision by its score, and everything else by its day', () => {
		const low = grant({ title: 'Low', score: 6, received_on: '2026-07-01' });
		const high = grant({ title: 'High', score: 8.5, received_on: '2026-06-01' });
		expect(inOrder([low, high], 'decide').map(({ title }) => title)).toEqual(['High', 'Low']);
		expect(inOrder([low, high], 'all').map(({ title }) => title)).toEqual(['Low', 'High']);
	});

	it('has an address for every filter', () => {
		const filter = { ...none, view: 'decide', text: 'tea & cake', ward: 'E05013096' } as const;
		expect(filterFrom(new URLSearchParams(addressOf(filter).split('?')[1]))).toEqual(filter);
		expect(addressOf(none)).toBe('/grants');
	});

	it('adds up what was asked for, and what is promised', () => {
		const grants = [
			grant({ status: 'approved', requested_pence: 3_000, awarded_pence: 2_000 }),
			grant({ status: 'closed', requested_pence: 3_000, awarded_pence: 3_000 }),
			grant({ status: 'scored', requested_pence: 1_000 })
		];
		expect(totalsOf(grants)).toEqual({ asked: 7_000, given: 5_000 });
		expect(givenBy([])).toBe(0);
	});
});
