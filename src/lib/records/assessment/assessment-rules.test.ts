import { describe, expect, it } from 'vitest';
import type { Row } from '../registry';
import { sampleRow } from '../sample-rows';
import {
	dateInWords,
	impactsOf,
	missingForSignOff,
	openImpacts,
	overdueAssessments
} from './assessment-rules';
import { groups, isProtected } from './groups';

const today = '2026-11-17';
const assessment = (columns: Partial<Row<'assessments'>> = {}) => sampleRow('assessments', columns);
const considered = Object.fromEntries(
	groups.filter(isProtected).map((group) => [`impact_${group}`, 'neutral'])
) as Partial<Row<'assessments'>>;
const signedOff = { status: 'signed_off', signed_off_by: 'Head of Policy' } as const;

describe('an assessment is late', () => {
	it('from the day after it was due, until it is signed off', () => {
		const due = assessment({ due_on: '2026-11-16' });
		expect(overdueAssessments([due], today)).toEqual([due]);
		expect(overdueAssessments([due], '2026-11-16')).toEqual([]);
		expect(overdueAssessments([{ ...due, ...signedOff }], today)).toEqual([]);
		expect(overdueAssessments([assessment()], today)).toEqual([]);
	});

	it('from the day after its review was due, until it says what came of it', () => {
		const review = assessment({ ...signedOff, due_on: '2026-01-01', review_on: '2026-11-16' });
		expect(overdueAssessments([review], today)).toEqual([review]);
		expect(overdueAssessments([{ ...review, outcome_note: 'Fewer complaints' }], today)).toEqual(
			[]
		);
		// The review counts once there is something to review.
		expect(overdueAssessments([assessment({ review_on: '2026-11-16' })], today)).toEqual([]);
	});

	it('and the longest comes first', () => {
		const a = assessment({ due_on: '2026-11-01' });
		const b = assessment({ ...signedOff, review_on: '2026-10-01' });
		expect(overdueAssessments([a, b], today)).toEqual([b, a]);
	});
});

it.each([
	[{}, 'No date set'],
	[{ due_on: '2026-11-17' }, 'Due 17 November 2026'],
	[{ due_on: '2026-11-16' }, 'Overdue since 16 November 2026'],
	[signedOff, 'No review date'],
	[{ ...signedOff, review_on: '2027-01-15' }, 'Review due 15 January 2027'],
	[{ ...signedOff, review_on: '2026-01-15' }, 'Review overdue since 15 January 2026'],
	[{ ...signedOff, review_on: '2026-01-15', outcome_note: 'As hoped' }, 'Reviewed']
])('says of %o: %s', (columns, words) => {
	expect(dateInWords(assessment(columns), today)).toBe(words);
});

it('considers nine protected characteristics and four groups besides', () => {
	const impacts = impactsOf(assessment({ impact_age: 'negative', impact_low_income: 'unknown' }));
	expect(impacts.filter(({ isProtected }) => isProtected)).toHaveLength(9);
	expect(impacts).toHaveLength(13);
	expect(openImpacts(assessment({ impact_age: 'negative', impact_sex: 'positive' }))).toEqual([
		impacts[0]
	]);
});

describe('before it is signed off', () => {
	const full = assessment({ ...considered, status: 'full' });

	it('nothing is missing where every protected characteristic was considered', () => {
		expect(missingForSignOff(full, [])).toEqual([]);
	});

	it('each protected characteristic is considered; other groups may be left out', () => {
		expect(missingForSignOff({ ...full, impact_age: null, impact_sex: null }, [])).toEqual([
			'Consider age and sex.'
		]);
	});

	it('a negative or unknown impact is answered, by words or by an action that somebody does', () => {
		const open = { ...full, impact_carers: 'unknown' as const };
		const asked = ['Answer in the findings, or with an action, the impact on carers.'];
		expect(missingForSignOff(open, [])).toEqual(asked);
		for (const status of ['proposed', 'declined', 'stopped'])
			expect(missingForSignOff(open, [{ status }])).toEqual(asked);
		expect(missingForSignOff(open, [{ status: 'not_started' }])).toEqual([]);
		expect(missingForSignOff({ ...open, findings: 'They may book by phone.' }, [])).toEqual([]);
	});

	it('a screening says what it came to', () => {
		const screening = assessment(considered);
		expect(missingForSignOff(screening, [])).toEqual([
			'Decide whether a full assessment is needed.'
		]);
		const screenedOut = { ...screening, screened_out_reason: 'Nobody would notice.' };
		expect(missingForSignOff(screenedOut, [])).toEqual([]);
		expect(missingForSignOff({ ...screenedOut, impact_race: 'negative' }, [])).toEqual([
			'Start a full assessment: the impact is negative or not known on race.'
		]);
	});

	it('a health equity audit compares need, access and outcome', () => {
		const audit = assessment({ type: 'health_equity_audit', status: 'full' });
		expect(missingForSignOff(audit, [])).toHaveLength(3);
		const compared = { need_note: 'a', access_note: 'b', outcome_comparison: 'c' };
		expect(missingForSignOff({ ...audit, ...compared }, [])).toEqual([]);
	});
});
