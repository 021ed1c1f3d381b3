import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atStep, wardActivitySchema, type WardActivity, type WardFigures } from './activity';
import { measures, toMapValues, wordsOf } from './measures';
import { summaryOf } from './summary';
import { activityRows } from './table';

function ward(name: string, figures: Partial<WardFigures>): WardFigures {
	return {
		code: name.toLowerCase(),
		name,
		hex_q: 0,
		hex_r: 0,
		population: 6000,
		contacts: 0,
		people: 0,
		events: 0,
		grants_pence: 0,
		open_issues: 0,
		last_contact: null,
		suppressed: false,
		...figures
	};
}

const others = { events: 2, grants_pence: 250_000, open_issues: 0 };

/** What a manager sees. */
const exact: WardActivity = {
	as_of: '2026-11-17T10:00:00+00:00',
	council: { id: '5b0c3a52-0d8f-4a65-9a6c-4b7e0e6b6f01', name: 'Oxford City Council' },
	exact: true,
	threshold: 5,
	rounded_to: 1,
	since: '2026-08-01',
	until: '2026-11-30',
	wards: [
		ward('Marston', {}),
		ward('Leys', { contacts: 12, people: 1240, last_contact: '2026-11-16' }),
		ward('Cowley', { contacts: 1, people: 1, last_contact: '2026-09-30' }),
		ward('Barton', { contacts: 7, people: 3, last_contact: '2026-11-17' })
	],
	elsewhere: { ...others, contacts: 2, people: 40 },
	total: { ...others, contacts: 22, people: 1284 },
	not_shown: null,
	priorities: []
};

/** What a councillor sees of the same. */
const suppressed: WardActivity = {
	...exact,
	exact: false,
	rounded_to: 5,
	wards: [
		ward('Marston', {}),
		ward('Leys', { contacts: 12, people: 1240, last_contact: '2026-11-16' }),
		ward('Cowley', { contacts: null, people: null, suppressed: true }),
		ward('Barton', { contacts: 7, people: null, last_contact: '2026-11-17' })
	],
	total: { ...others, contacts: null, people: null, open_issues: null }
};

describe('what the database answers', () => {
	it('is taken as it comes', () => {
		expect(wardActivitySchema.parse(exact)).toEqual(exact);
		expect(wardActivitySchema.parse(suppressed)).toEqual(suppressed);
	});

	it('is refused when it is something else', () => {
		expect(wardActivitySchema.safeParse({ ...exact, since: 'August' }).success).toBe(false);
		expect(wardActivitySchema.safeParse({ ...exact, wards: [{ code: 'x' }] }).success).toBe(false);
		const total = { ...exact.total, grants_pence: null };
		expect(wardActivitySchema.safeParse({ ...exact, total }).success).toBe(false);
	});
});

describe('toMapValues', () => {
	const labels = (activity: WardActivity, measure: Parameters<typeof toMapValues>[1]) =>
		toMapValues(activity, measure).map(({ label }) => label);

	it('says every figure in words', () => {
		expect(labels(exact, 'contacts')).toEqual([
			'no contact',
			'12 contacts',
			'1 contact',
			'7 contacts'
		]);
		expect(labels(exact, 'people')).toEqual(['nobody', '1,240 people', '1 person', '3 people']);
		expect(labels(exact, 'days_since')).toEqual([
			'no contact since 1 August 2026',
			'1 day since the last contact',
			'48 days since the last contact',
			'contact today'
		]);
	});

	it('sets amounts against how many live there, and days against nobody', () => {
		const rich = {
			...exact,
			wards: [
				ward('Leys', { contacts: 12, grants_pence: 250_050, population: 8000 }),
				ward('Brook', { contacts: 3, population: null })
			]
		};
		const [leys, brook] = toMapValues(rich, 'contacts', true);
		expect(leys).toMatchObject({ value: 1.5, label: '1.5 for every 1,000 residents' });
		expect(brook).toMatchObject({ value: null, label: 'nobody is known to live there' });
		expect(toMapValues(rich, 'grants')[0]).toMatchObject({
			value: 2501,
			label: '£2,501 in grants'
		});
		expect(toMapValues(rich, 'grants', true)[0]?.label).toBe('£312.6 for every 1,000 residents');
		expect(toMapValues(rich, 'days_since', true)).toEqual(toMapValues(rich, 'days_since'));
		expect(wordsOf(rich, 'grants', true)).toMatchObject({
			title: 'Grants awarded for every 1,000 residents',
			continuous: true
		});
	});

	it('shades a ward that is held back alike, whatever else is known of it', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...measures.map(({ code }) => code)),
				fc.boolean(),
				fc.option(fc.nat(20_000)),
				fc.option(fc.constantFrom('2026-09-01', '2026-11-16')),
				(measure, perThousand, population, last_contact) => {
					fc.pre(measure !== 'events' && measure !== 'grants');
					const held = { contacts: null, people: null, open_issues: null, suppressed: true };
					const drawn = (figures: Partial<WardFigures>) =>
						toMapValues(
							{ ...suppressed, wards: [ward('Cowley', { ...held, ...figures })] },
							measure,
							perThousand
						);
					expect(drawn({ population, last_contact })).toEqual(drawn({}));
				}
			)
		);
	});

	it('keeps hidden figures hidden', () => {
		expect(toMapValues(suppressed, 'contacts')[2]).toEqual({
			code: 'cowley',
			value: null,
			label: 'held back',
			suppressed: true
		});
		expect(labels(suppressed, 'people').slice(2)).toEqual(['held back', 'held back']);
		expect(toMapValues(suppressed, 'days_since')[2]).toMatchObject({
			value: null,
			label: 'held back',
			suppressed: true
		});
	});

	it('counts days by the London calendar', () => {
		const lateInJune = { ...exact, as_of: '2026-06-15T23:30:00Z', until: '2026-06-16' };
		const [value] = toMapValues(
			{ ...lateInJune, wards: [ward('Leys', { contacts: 9, last_contact: '2026-06-15' })] },
			'days_since'
		);
		expect(value?.value).toBe(1);
	});

	it('words the legend to match', () => {
		expect(wordsOf(exact, 'contacts')).toMatchObject({
			title: 'Contacts',
			zero: 'No contact',
			none: 'No figure'
		});
		expect(wordsOf(exact, 'days_since')).toMatchObject({
			zero: 'Today',
			none: 'No contact since 1 August 2026'
		});
	});
});

describe('activityRows', () => {
	const names = (...order: Parameters<typeof activityRows>) =>
		activityRows(...order).map(({ name }) => name);

	it('runs from A to Z, or puts the ward that most needs a visit first', () => {
		expect(names(exact, 'name')).toEqual(['Barton', 'Cowley', 'Leys', 'Marston']);
		expect(names(exact, 'contacts')).toEqual(['Marston', 'Cowley', 'Barton', 'Leys']);
		expect(names(exact, 'days_since')).toEqual(['Marston', 'Cowley', 'Leys', 'Barton']);
	});

	it('sorts hidden figures together, by name', () => {
		expect(names(suppressed, 'days_since')).toEqual(['Cowley', 'Marston', 'Leys', 'Barton']);
		expect(names(suppressed, 'people')).toEqual(['Marston', 'Barton', 'Cowley', 'Leys']);
	});

	it('writes figures and dates in words', () => {
		const [barton, cowley, leys, marston] = activityRows(suppressed, 'name');
		expect(barton).toMatchObject({ contacts: '7', people: 'held back' });
		expect(cowley).toMatchObject({
			contacts: 'held back',
			people: 'held back',
			lastContact: 'held back'
		});
		expect(leys).toMatchObject({ people: '1,240', lastContact: '16 November 2026' });
		expect(marston).toMatchObject({ contacts: '0', lastContact: 'none' });
	});
});

describe('summaryOf', () => {
	it('begins with the gaps', () => {
		expect(summaryOf(exact)).toEqual([
			'4 wards; 1 with no contact since 1 August 2026.',
			'22 contacts in all, 1,284 people reached.',
			'2 contacts city-wide or online, in no ward.'
		]);
	});

	it('gives no total that would give a hidden figure away', () => {
		expect(
			summaryOf({ ...suppressed, elsewhere: { ...others, contacts: null, people: null } })
		).toEqual([
			'4 wards; 1 with no contact since 1 August 2026.',
			'The figures of 1 ward are held back, to protect people.',
			'Figures are rounded to 5.'
		]);
	});

	it('says why there is nothing to sum up', () => {
		expect(summaryOf({ ...suppressed, not_shown: 'Too few.' })).toEqual(['Too few.']);
	});

	it('names both ends of a period that is past', () => {
		const past = { ...exact, until: '2026-10-31', wards: exact.wards.slice(1, 2) };
		expect(summaryOf(past)[0]).toBe(
			'1 ward; all with contact from 1 August 2026 to 31 October 2026.'
		);
	});
});

describe('a step of the time', () => {
	const byMonth = {
		as_of: exact.as_of,
		exact: true,
		threshold: 5,
		rounded_to: 1,
		steps: [
			{ since: '2026-09-01', until: '2026-09-30' },
			{ since: '2026-10-01', until: '2026-10-31' }
		],
		wards: [
			{
				code: 'leys',
				contacts: [3, null],
				people: [9, null],
				events: [0, 1],
				grants_pence: [0, 500]
			}
		]
	};

	it('has what happened in it, and nothing that is known only of now', () => {
		const { since, until, wards } = atStep(exact, byMonth, 1);
		expect([since, until]).toEqual(['2026-10-01', '2026-10-31']);
		expect(wards.find(({ code }) => code === 'leys')).toMatchObject({
			contacts: null,
			suppressed: true,
			events: 1,
			grants_pence: 500,
			open_issues: null,
			last_contact: null
		});
		expect(atStep(exact, byMonth, 0).wards[1]).toMatchObject({ contacts: 3, suppressed: false });
	});
});
