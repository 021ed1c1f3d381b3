import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import {
	BoundaryFileError,
	MAX_BOUNDARY_FILE_BYTES,
	parseAreaBoundaries,
	type AreaBoundaries,
	type AreaBoundary
} from './area-boundaries';
import { doubleArea, polygonsOf } from './polygons';

// Clockwise from the south-west corner, about a kilometre each way.
const square: Position[] = [
	[-1.2, 51.72],
	[-1.2, 51.73],
	[-1.19, 51.73],
	[-1.19, 51.72],
	[-1.2, 51.72]
];
const leys = { WD21CD: 'E05013097', WD21NM: 'Blackbird Leys', LAD21CD: 'E07000178' };

function polygon(...rings: unknown[]) {
	return { type: 'Polygon', coordinates: rings };
}

function feature(properties: object | null, geometry: object | null = polygon(square)) {
	return { type: 'Feature', properties, geometry };
}

function file(features: unknown[], extra: object = {}) {
	return JSON.stringify({ type: 'FeatureCollection', ...extra, features });
}

/** A file with one ward whose outline is the given rings. */
function outline(...rings: unknown[]) {
	return file([feature(leys, polygon(...rings))]);
}

function onlyWardOf(text: string): AreaBoundary {
	const [ward] = parseAreaBoundaries(text).areas;
	if (!ward) throw new Error('The file has no ward');
	return ward;
}

function moved(change: (position: Position) => Position) {
	return outline(square.map(change));
}

describe('a good file', () => {
	it('is read by the property names of the Office for National Statistics', () => {
		const { areas, vintage, source, skipped } = parseAreaBoundaries(file([feature(leys)]));
		expect(areas).toEqual([
			{
				code: 'E05013097',
				name: 'Blackbird Leys',
				council: 'E07000178',
				geometry: { type: 'Polygon', coordinates: [[...square].reverse()] },
				labelPoint: [-1.195, 51.725]
			}
		]);
		expect(vintage).toBe('December 2021');
		expect(source).toContain('Office for National Statistics');
		expect(source).toContain('Crown copyright and database right 2021');
		expect(skipped).toEqual([]);
	});

	it('is read by plain names too, and keeps its own credit line', () => {
		const plain = { code: 'E05013097', name: ' Blackbird Leys ', lad: 'E07000178' };
		const read = parseAreaBoundaries(file([feature(plain)], { attribution: 'The council' }));
		expect(read.areas[0]).toMatchObject({ name: 'Blackbird Leys', council: 'E07000178' });
		expect(read).toMatchObject({ vintage: null, source: 'The council' });
	});

	it('says nothing of vintage and source when the file does not', () => {
		const read = parseAreaBoundaries(file([feature({ code: 'W05000001', name: 'Caerau' })]));
		expect(read).toMatchObject({ vintage: null, source: null, areas: [{ council: null }] });
	});

	it('takes the month from the file’s name where it is there', () => {
		const wards = [feature({ WD24CD: 'S13003135', WD24NM: 'Torry/Ferryhill' })];
		const vintageOf = (name: string) => parseAreaBoundaries(file(wards, { name })).vintage;
		expect(vintageOf('Wards_May_2024_Boundaries_UK_BGC')).toBe('May 2024');
		expect(vintageOf('WD_DEC_2024_UK_BFC')).toBe('December 2024');
		expect(vintageOf('wards')).toBe('December 2024');
	});

	it('may begin with a byte order mark and have heights', () => {
		const withHeights = square.map((position) => [...position, 62]);
		const read = parseAreaBoundaries(`\uFEFF${outline(withHeights)}`);
		expect(read.areas[0]?.geometry.coordinates).toEqual([[...square].reverse()]);
	});

	it('is left with what is a ward; the rest is named with the reason', () => {
		const point = { type: 'Point', coordinates: [-1.2, 51.7] };
		const read = parseAreaBoundaries(
			file([
				feature(leys),
				feature(null),
				feature({ WD21NM: 'Nameless' }),
				feature({ WD21CD: 'E05013100' }),
				feature({ code: 'E07000178', name: 'Oxford' }),
				feature({ code: 'E05013107', name: 'Littlemore' }, point),
				feature({ code: 'E05013110', name: 'Northfield Brook' }, null)
			])
		);
		expect(read.areas.map(({ code }) => code)).toEqual(['E05013097']);
		expect(read.skipped).toEqual([
			{ what: 'Area 2 in the file', why: 'It has no ward code.' },
			{ what: 'Nameless', why: 'It has no ward code.' },
			{ what: 'E05013100', why: 'It has no name.' },
			{ what: 'Oxford', why: 'E07000178 is not the code of a ward.' },
			{ what: 'Littlemore', why: 'It has no boundary.' },
			{ what: 'Northfield Brook', why: 'It has no boundary.' }
		]);
	});
});

describe('an outline', () => {
	it('is closed, rounded to 5 decimals and rid of repeats', () => {
		const ragged = [
			[-1.2000001, 51.7200004],
			[-1.2, 51.72],
			[-1.19, 51.72],
			[-1.19, 51.73],
			[-1.2, 51.73]
		];
		expect(parseAreaBoundaries(outline(ragged)).areas[0]?.geometry.coordinates).toEqual([
			[...square].reverse()
		]);
	});

	it('has its outside anticlockwise and its holes clockwise, and the label not in a hole', () => {
		const hole = [
			[-1.198, 51.722],
			[-1.192, 51.722],
			[-1.192, 51.728],
			[-1.198, 51.728],
			[-1.198, 51.722]
		];
		const ward = onlyWardOf(outline(square, hole));
		const [outside = [], inside = []] = polygonsOf(ward.geometry)[0] ?? [];
		expect(doubleArea(outside)).toBeGreaterThan(0);
		expect(doubleArea(inside)).toBeLessThan(0);
		const [longitude, latitude] = ward.labelPoint;
		const inHole =
			longitude > -1.198 && longitude < -1.192 && latitude > 51.722 && latitude < 51.728;
		expect(inHole).toBe(false);
	});

	it('of several parts is labelled in the largest', () => {
		const islet = square.map(([x = 0, y = 0]) => [-1.1 + (x + 1.2) / 10, 51.8 + (y - 51.72) / 10]);
		const parts = { type: 'MultiPolygon', coordinates: [[islet], [square]] };
		const ward = onlyWardOf(file([feature(leys, parts)]));
		expect(ward.geometry.type).toBe('MultiPolygon');
		expect(ward.geometry.coordinates).toHaveLength(2);
		expect(ward.labelPoint).toEqual([-1.195, 51.725]);
	});

	it('loses parts smaller than a metre, which rounding leaves without surface', () => {
		const speck = [
			[-1.1, 51.8],
			[-1.100001, 51.800001],
			[-1.100002, 51.8],
			[-1.1, 51.8]
		];
		const parts = { type: 'MultiPolygon', coordinates: [[speck], [square]] };
		const ward = onlyWardOf(file([feature(leys, parts)]));
		expect(ward.geometry.type).toBe('Polygon');
	});
});

describe('a file that cannot be used is refused in plain words', () => {
	const overlong = ' '.repeat(MAX_BOUNDARY_FILE_BYTES + 1);
	const twice = [feature(leys), feature(leys)];
	const nested = '['.repeat(200_000) + ']'.repeat(200_000);
	const deepPoint = outline(square).replace('[-1.2,51.72]', `[-1.2,51.72,${nested}]`);
	const deepRings = `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"E05013097","name":"Leys"},"geometry":{"type":"Polygon","coordinates":${nested}}}]}`;
	const gridNamed = { crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::27700' } } };
	const grid = moved(([x = 0, y = 0]) => [455_000 + x * 1000, 205_000 + y * 10]);

	it.each<[string, string, RegExp]>([
		['nothing', '', /^The file is empty\.$/],
		['only spaces', ' \n', /^The file is empty\.$/],
		['not JSON', 'WD21CD,WD21NM\n', /not JSON/],
		['cut short', outline(square).slice(0, -20), /cut short/],
		['too large', overlong, /larger than 20 MB/],
		['JSON of another kind', '{"hello":"world"}', /not a GeoJSON file/],
		['a list', '[]', /not a GeoJSON file/],
		['nothing but a null', 'null', /not a GeoJSON file/],
		['features that are not', file(['ward']), /not a GeoJSON file/],
		['one geometry alone', JSON.stringify(polygon(square)), /not a GeoJSON file/],
		['no features', file([]), /no areas in it/],
		[
			'British National Grid',
			grid,
			/uses British National Grid\. Download the file again as WGS 84/
		],
		['that grid by name', file([feature(leys)], gridNamed), /uses British National Grid/],
		['web map metres', moved(() => [-133_000, 6_750_000]), /not longitude and latitude/],
		['latitude first', moved(([x = 0, y = 0]) => [y, x]), /latitude before longitude/],
		['another country', moved(([x = 0, y = 0]) => [x + 12, y]), /outside the United Kingdom/],
		['no ward codes', file([feature({ LAD21CD: 'E07000178' })]), /no ward codes/],
		['no boundaries', file([feature(leys, null)]), /no boundaries/],
		['a ward twice', file(twice), /^Blackbird Leys \(E05013097\) is in the file more than once/],
		['too few points', outline(square.slice(0, 2)), /of Blackbird Leys is broken.*too few points/],
		['an outline with no rings', outline(), /broken.*encloses nothing/],
		['an outline with no surface', outline([0, 1, 2].map(() => square[0])), /encloses nothing/],
		['a ring that is none', outline('ring'), /broken.*not a list of points/],
		['a point that is none', outline([...square, ['a', 'b']]), /broken.*pair of numbers/],
		['a number beyond numbers', outline(square).replace('-1.19', '1e999'), /pair of numbers/],
		['nesting without end', nested, /not a GeoJSON file/],
		['nesting in the rings', deepRings, /broken/]
	])('%s', (_, text, message) => {
		expect(() => parseAreaBoundaries(text)).toThrow(BoundaryFileError);
		expect(() => parseAreaBoundaries(text)).toThrow(message);
	});

	it('but nesting where heights go does no harm', () => {
		expect(parseAreaBoundaries(deepPoint).areas).toHaveLength(1);
	});
});

describe('any file', () => {
	const coordinate = fc.double({ min: -1, max: 1, noNaN: true });
	const ward = fc.record({
		code: fc.integer({ min: 0, max: 999_999 }).map((n) => `E05${String(n).padStart(6, '0')}`),
		name: fc.string({ minLength: 1 }).filter((name) => name.trim() !== ''),
		// A rectangle of at least 20 metres, anywhere in England, run either way, closed or not.
		x: coordinate,
		y: coordinate,
		width: fc.double({ min: 0.0003, max: 0.1, noNaN: true }),
		height: fc.double({ min: 0.0003, max: 0.1, noNaN: true }),
		clockwise: fc.boolean(),
		isClosed: fc.boolean()
	});

	type Ward = typeof ward extends fc.Arbitrary<infer T> ? T : never;
	const wards = fc.uniqueArray(ward, { selector: ({ code }) => code, minLength: 1, maxLength: 8 });

	function write({ code, name, x, y, width, height, clockwise, isClosed }: Ward) {
		const [west, south] = [x - 2, y + 52];
		const corners: Position[] = [
			[west, south],
			[west + width, south],
			[west + width, south + height],
			[west, south + height]
		];
		if (clockwise) corners.reverse();
		const ring = isClosed ? [...corners, corners[0]] : corners;
		return feature({ WD23CD: code, WD23NM: name }, polygon(ring));
	}

	function rewrite({ areas }: AreaBoundaries) {
		return file(
			areas.map(({ code, name, geometry }) => feature({ WD23CD: code, WD23NM: name }, geometry))
		);
	}

	it('keeps every ward in its place, tidied, and reads the same the second time', () => {
		fc.assert(
			fc.property(wards, (drawn) => {
				const read = parseAreaBoundaries(file(drawn.map(write)));
				expect(read.areas.map(({ code }) => code)).toEqual(drawn.map(({ code }) => code));
				for (const [index, { x, y, width, height }] of drawn.entries()) {
					const { geometry, labelPoint } = read.areas[index] ?? onlyWardOf('');
					const ring = polygonsOf(geometry)[0]?.[0] ?? [];
					expect(ring).toHaveLength(5);
					expect(ring[0]).toEqual(ring.at(-1));
					expect(doubleArea(ring)).toBeGreaterThan(0);
					expect(Math.abs(labelPoint[0] - (x - 2 + width / 2))).toBeLessThan(width / 2);
					expect(Math.abs(labelPoint[1] - (y + 52 + height / 2))).toBeLessThan(height / 2);
				}
				expect(parseAreaBoundaries(rewrite(read))).toEqual(read);
			})
		);
	});

	it('ends in areas or in a sentence, whatever JSON it is', () => {
		fc.assert(
			fc.property(fc.json(), fc.jsonValue(), (anything, geometry) => {
				for (const text of [anything, file([feature(leys, geometry as object)])]) {
					try {
						expect(parseAreaBoundaries(text).areas.length).toBeGreaterThan(0);
					} catch (error) {
						expect(error).toBeInstanceOf(BoundaryFileError);
					}
				}
			})
		);
	});
});

/** A downloaded file to try, when there is one: WARD_BOUNDARIES=wards.geojson npx vitest run exchange */
const official = process.env.WARD_BOUNDARIES ?? '';

describe.skipIf(!existsSync(official))('the official file named in WARD_BOUNDARIES', () => {
	it('gives wards and reads the same the second time', () => {
		const { areas, vintage } = parseAreaBoundaries(readFileSync(official, 'utf8'));
		expect(areas.length).toBeGreaterThan(0);
		expect(vintage).toMatch(/^(December|May) 20\d\d$/);
		const again = areas.map(({ geometry, ...ward }) => feature(ward, geometry));
		expect(parseAreaBoundaries(file(again)).areas.map(({ geometry }) => geometry)).toEqual(
			areas.map(({ geometry }) => geometry)
		);
	});
});
