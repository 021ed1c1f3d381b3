import { describe, expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { dueReports, unvisited, viewFrom } from './due-list';

const TODAY = '2027-03-15';
const grant = sampleRow('grants', { status: 'awarded', awarded_on: '2026-09-14' });
const report = (due_on: string, received_on: string | null = null) =>
	sampleRow('grant_reports', { grant_id: grant.id, due_on, received_on });

describe('what is due', () => {
	it('is sorted into its lists, what is due first at the top', () => {
		const reports = [
			report('2027-03-20'),
			report('2027-03-14'),
			report('2026-09-14'),
			report('2027-12-01'),
			report('2026-03-14', '2026-03-10'),
			report('2026-06-14', '2026-06-20')
		];
		const lists = dueReports(reports, [grant], TODAY, 10);
		const days = (view: keyof typeof lists) => lists[view].map(({ report }) => report.due_on);
		expect(days('overdue')).toEqual(['2026-09-14', '2027-03-14']);
		expect(days('due_soon')).toEqual(['2027-03-20']);
		expect(days('later')).toEqual(['2027-12-01']);
		expect(days('received')).toEqual(['2026-06-14', '2026-03-14']);
	});

	it('leaves out reports on what is not on the device', () => {
		expect(dueReports([report('2027-03-14')], [], TODAY, 10).overdue).toEqual([]);
	});

	it('names the grants that run and that nobody has visited', () => {
		const others = (['closed', 'declined', 'monitored'] as const).map((status) =>
			sampleRow('grants', { status, awarded_on: '2026-01-05' })
		);
		const found = unvisited([grant, ...others], []);
		expect(found.map(({ status }) => status)).toEqual(['monitored', 'awarded']);
		const visit = sampleRow('grant_visits', { grant_id: grant.id });
		expect(unvisited([grant], [visit])).toEqual([]);
	});

	it('shows what is overdue unless asked for another list', () => {
		expect(viewFrom(new URLSearchParams())).toBe('overdue');
		expect(viewFrom(new URLSearchParams('view=unvisited'))).toBe('unvisited');
		expect(viewFrom(new URLSearchParams('view=toString'))).toBe('overdue');
	});
});
