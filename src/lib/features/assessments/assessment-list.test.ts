import { describe, expect, it } from 'vitest';
import type { Row } from '$lib/records/registry';
import { sampleRow } from '$lib/records/sample-rows';
import {
	addressOf,
	countInWords,
	filterFrom,
	impactsInWords,
	sectionsOf,
	servicesOf
} from './assessment-list';

const today = '2026-11-17';
const assessment = (columns: Partial<Row<'assessments'>>) => sampleRow('assessments', columns);
const signedOff = { status: 'signed_off', signed_off_by: 'Head of Policy' } as const;

const late = assessment({ title: 'Late', due_on: '2026-11-01', service: 'Grants' });
const undated = assessment({ title: 'Undated' });
const soon = assessment({ title: 'Soon', due_on: '2026-11-20', status: 'full' });
const done = assessment({ title: 'Done', ...signedOff, review_on: '2027-05-01' });
const review = assessment({ title: 'Review', ...signedOff, review_on: '2026-10-01' });
const all = [undated, done, late, soon, review];

const everything = filterFrom(new URLSearchParams());
const titles = (query: string) =>
	sectionsOf(all, filterFrom(new URLSearchParams(query)), today).map(
		({ title, assessments }) => [title, assessments.map((one) => one.title)] as const
	);

describe('the register', () => {
	it('puts what is late first, then what is due, the soonest first, then what is signed off', () => {
		expect(titles('')).toEqual([
			['Overdue', ['Review', 'Late']],
			['Being assessed', ['Soon', 'Undated']],
			['Signed off', ['Done']]
		]);
	});

	it('keeps to the filters of the address', () => {
		expect(titles('overdue=yes')).toEqual([['Overdue', ['Review', 'Late']]]);
		expect(titles('status=full')).toEqual([['Being assessed', ['Soon']]]);
		expect(titles('service=Grants')).toEqual([['Overdue', ['Late']]]);
		expect(titles('type=health_equity_audit')).toEqual([]);
	});

	it('says how many there are', () => {
		expect(countInWords(sectionsOf(all, everything, today))).toBe('5 assessments, 2 overdue');
		expect(countInWords(sectionsOf([done], everything, today))).toBe('1 assessment');
	});

	it('has an address for every filter', () => {
		const filter = { ...everything, status: 'full', service: 'Parks & Cemeteries' };
		expect(filterFrom(new URLSearchParams(addressOf(filter)))).toEqual(filter);
		expect(addressOf(everything)).toBe('?');
	});

	it('offers each service once', () => {
		expect(servicesOf(all)).toEqual(['Customer Services', 'Grants']);
	});
});

it('sums up the impacts of an assessment', () => {
	expect(impactsInWords(assessment({}))).toBe('0 of 9 protected characteristics considered');
	expect(
		impactsInWords(
			assessment({ impact_age: 'negative', impact_sex: 'neutral', impact_carers: 'unknown' })
		)
	).toBe('2 of 9 protected characteristics considered, 1 negative, 1 not known');
});
