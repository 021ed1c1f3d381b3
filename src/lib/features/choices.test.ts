import { expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { placeChoices } from './choices';

const leys = sampleRow('areas');
const place = (name: string, ward_code: string | null, latitude: number | null) =>
	sampleRow('places', { name, ward_code, latitude, longitude: latitude === null ? null : -1.2 });
const places = [
	place('Barton Hub', 'E05013096', 51.77),
	place('Leys Library', leys.code, null),
	place('Leys Centre', leys.code, 51.72),
	place('Van', null, null)
];
const names = (options: { label: string }[]) => options.map(({ label }) => label);

it('offers places of the ward first', () => {
	expect(names(placeChoices(places, leys.code, [leys]))).toEqual([
		'Leys Library',
		'Leys Centre',
		'Barton Hub',
		'Van'
	]);
});

it('offers the nearest first once the phone knows where it is, those that are on no map after them', () => {
	const metresTo = ({ latitude }: { latitude: number }) => Math.abs(latitude - 51.76) * 111_000;
	const options = placeChoices(places, leys.code, [leys], metresTo);
	expect(names(options)).toEqual(['Barton Hub', 'Leys Centre', 'Leys Library', 'Van']);
	expect(options.map(({ hint }) => hint)).toEqual([
		'1.1 km away',
		'Blackbird Leys, 4.4 km away',
		'Blackbird Leys',
		undefined
	]);
});
