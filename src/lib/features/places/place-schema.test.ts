import { describe, expect, it } from 'vitest';
import { firstErrors } from '$lib/forms/error-list';
import { placeFormSchema } from './place-schema';
import { emptyPlace, valuesOf } from './place-values';

const schema = placeFormSchema('2026-11-23');
const hall = { name: 'Hall', kind: 'hub' };
const read = (changes: object) => schema.safeParse({ ...emptyPlace(), ...changes });

describe('placeFormSchema', () => {
	it('keeps yes, no and not known apart, and writes the postcode as it is written', () => {
		const found = read({
			...hall,
			step_free: 'yes',
			wifi: 'no',
			postcode: 'ox4-6jd',
			capacity: '40'
		});
		expect(found.data).toMatchObject({
			step_free: true,
			wifi: false,
			hearing_loop: null,
			postcode: 'OX4 6JD',
			capacity: 40,
			checked_on: null,
			ward_code: null
		});
	});

	it('says what is wrong with every field at once, and of no other', () => {
		const found = read({ postcode: 'OX4', capacity: '0', checked_on: '2026-11-24' });
		expect(firstErrors(found.error?.issues ?? [])).toEqual({
			name: 'Enter the name of the place',
			kind: 'Select what kind of place it is',
			postcode: 'Enter a whole postcode, like OX4 6JD',
			checked_on: 'The date it was checked must be today or in the past',
			capacity: 'The number of people must be 1 or more'
		});
	});

	it('gives back a place that was not changed as it was', () => {
		const fields = read({ ...hall, latitude: 51.7, longitude: -1.2, quiet_room: 'no' }).data;
		if (!fields) throw new Error('not read');
		expect(schema.parse(valuesOf(fields))).toEqual(fields);
	});
});
