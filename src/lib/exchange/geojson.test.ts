import { expect, it } from 'vitest';
import { wardsGeoJson } from './geojson';
import { doubleArea, polygonsOf, type AreaGeometry } from './polygons';

const square = (from: number, to: number) => [
	[from, from],
	[from, to],
	[to, to],
	[to, from],
	[from, from]
];

it('winds outsides anticlockwise and holes clockwise, and keeps what is held back as null', () => {
	const boundary: AreaGeometry = { type: 'Polygon', coordinates: [square(0, 9), square(2, 4)] };
	const file = JSON.parse(
		wardsGeoJson(
			[
				{ code: 'E1', name: 'Leys', boundary, figures: { contacts: null, events: 3 } },
				{ code: 'E2', name: 'Brook', boundary: null, figures: {} }
			],
			'Numbers under 10 are held back.'
		)
	);
	expect(file).toMatchObject({
		type: 'FeatureCollection',
		note: 'Numbers under 10 are held back.',
		features: [
			{ type: 'Feature', id: 'E1', properties: { name: 'Leys', contacts: null, events: 3 } },
			{ type: 'Feature', id: 'E2', geometry: null }
		]
	});
	const [rings] = polygonsOf(file.features[0].geometry);
	expect(rings?.map((ring) => Math.sign(doubleArea(ring)))).toEqual([1, -1]);
	expect(rings?.[0]).toHaveLength(5);
});
