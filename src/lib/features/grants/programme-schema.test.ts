import { describe, expect, it } from 'vitest';
import { grantProgramme } from '$lib/records/grant/grant-programme';
import { sampleRow } from '$lib/records/sample-rows';
import { programmeSchema } from './programme-schema';
import { emptyProgramme, valuesOf } from './programme-values';

const schema = programmeSchema();
const whole = sampleRow('grant_programmes', { objective_id: crypto.randomUUID() });

const errorsOf = (values: object) =>
	Object.fromEntries(
		(schema.safeParse({ ...valuesOf(whole), ...values }).error?.issues ?? []).map(
			({ path, message }) => [String(path[0]), message]
		)
	);

describe('the form of a programme', () => {
	it('says all that is missing of a new one', () => {
		expect(schema.safeParse(emptyProgramme()).error?.issues.map(({ message }) => message)).toEqual([
			'Enter the name',
			'Select the priority that it serves',
			'Enter criterion 1'
		]);
	});

	it('reads back what it was given', () => {
		expect(schema.parse(valuesOf(whole))).toEqual(grantProgramme.schema.parse(whole));
	});

	it('gives each new criterion a code of its own, and leaves the others theirs', () => {
		const line = { code: '', label: 'It is led by people!', weight: '2', max: '5' };
		const criteria = [{ ...line, code: 'need' }, line, line, { ...line, label: '…' }];
		expect(schema.parse({ ...valuesOf(whole), criteria }).criteria).toMatchObject([
			{ code: 'need' },
			{ code: 'it_is_led_by_people', weight: 2, max: 5 },
			{ code: 'it_is_led_by_people_2' },
			{ code: 'criterion' }
		]);
	});

	it('reads one council priority a line', () => {
		const read = schema.parse({ ...valuesOf(whole), council_priorities: ' Homes\n\nHomes\nWork ' });
		expect(read.council_priorities).toEqual(['Homes', 'Work']);
	});

	it('refuses what cannot be scored by, and days in the wrong order', () => {
		const criteria = [{ code: 'need', label: 'Need', weight: '0', max: 'ten' }];
		expect(errorsOf({ criteria, opens_on: '2026-06-01', closes_on: '2026-05-01' })).toEqual({
			closes_on: 'The closing date must be after the opening date',
			'criteria-0-weight': 'The weight of criterion 1 must be 1 or more',
			'criteria-0-max': 'The points of criterion 1 must be a whole number, like 15'
		});
	});
});
