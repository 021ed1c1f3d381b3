import { describe, expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { issueRates } from './issues';

const TODAY = '2026-11-20';
const period = { since: '2026-11-01', until: TODAY };
const resolved = (resolved_at: string) => sampleRow('issues', { status: 'resolved', resolved_at });

describe('the rate of issues put right in time', () => {
	it('rests on those that are finished or late', () => {
		const issues = [
			resolved('2026-11-17T23:30:00Z'),
			resolved('2026-11-18T09:00:00Z'),
			sampleRow('issues', { status: 'cannot', resolved_at: '2026-11-16T12:00:00Z' }),
			sampleRow('issues'),
			sampleRow('issues', { due_on: '2026-11-23' })
		];
		expect(issueRates(issues, period, TODAY)).toEqual([
			{ kind: 'offensive_graffiti', decided: 4, inTime: 1, cannot: 1, percent: 25 }
		]);
	});

	it('is none where nothing is decided, and says so', () => {
		const waiting = sampleRow('issues', { kind: 'lighting', due_on: '2026-11-23' });
		expect(issueRates([waiting], period, TODAY)).toEqual([
			{ kind: 'lighting', decided: 0, inTime: 0, cannot: 0, percent: null }
		]);
	});

	it('is of what was reported in the period, by the London clock, and not restricted', () => {
		const on = (reported_at: string) => sampleRow('issues', { reported_at });
		expect(
			issueRates(
				[
					on('2026-10-31T23:59:00Z'),
					on('2026-11-21T00:00:00Z'),
					sampleRow('issues', { restricted: true })
				],
				period,
				TODAY
			)
		).toEqual([]);
		expect(
			issueRates([on('2026-06-30T23:30:00Z')], { since: '2026-07-01', until: TODAY }, TODAY)
		).toHaveLength(1);
	});
});
