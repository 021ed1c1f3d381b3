import { describe, expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { fileNameOf, placeInWords } from './entry';

const hub = sampleRow('places', {
	name: 'Leys Hub',
	address: '1 Leys Road',
	postcode: 'OX4 6HW',
	ward_code: 'E1'
});
const lists = {
	places: [hub],
	areas: [sampleRow('areas', { code: 'E1', name: 'Blackbird Leys' })]
};

describe('where an event is', () => {
	it.each([
		[{ coverage: 'ward', place_id: hub.id, ward_code: 'E1' }, 'Leys Hub, 1 Leys Road, OX4 6HW'],
		[{ coverage: 'ward', place_id: null, ward_code: 'E1' }, 'Blackbird Leys'],
		[{ coverage: 'online', place_id: null, ward_code: null }, 'Online'],
		[{ coverage: 'city_wide', place_id: null, ward_code: null }, '']
	] as const)('%o', (event, words) => {
		expect(placeInWords(event, lists)).toBe(words);
	});
});

describe('the name of the file', () => {
	it.each([
		['Winter Fair: stalls & music!', 'winter-fair-stalls-music.ics'],
		['Ffair y Gaeaf ’26 – ਮੇਲਾ', 'ffair-y-gaeaf-26-ਮੇਲਾ.ics'],
		['…', 'event.ics']
	])('%s', (title, name) => {
		expect(fileNameOf(title)).toBe(name);
	});
});
