import { describe, expect, it } from 'vitest';
import type { Position } from 'geojson';
import { wind, type AreaGeometry } from '../exchange/polygons';
import oxford from '../../../seeds/areas/oxford.json';
import { geographicPicture } from './geographic-picture';
import { hexPicture } from './hex-picture';
import type { Picture } from './picture';

const wards = oxford.areas;
const figures = () => ['held back', '*'];

/** The boxes of everything written, in pixels of the picture. */
function boxes({ shapes }: Picture) {
	return shapes.flatMap(({ centre: [x, y], lines }) =>
		lines.map(({ box }) => ({
			left: x - box.width / 2,
			right: x + box.width / 2,
			top: y + box.top,
			bottom: y + box.bottom
		}))
	);
}

function overlaps(picture: Picture): number {
	const all = boxes(picture);
	return all.filter((a, index) =>
		all
			.slice(index + 1)
			.some((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
	).length;
}

describe('hexPicture', () => {
	it.each([288, 358, 700, 1040])('writes name and figure in every ward, %i px wide', (width) => {
		const picture = hexPicture(wards, figures, width);
		expect(picture.width).toBeLessThanOrEqual(width);
		expect(picture.shapes).toHaveLength(24);
		for (const { lines } of picture.shapes) {
			expect(lines.map(({ kind }) => kind)).toContain('name');
			expect(lines.at(-1)?.kind).toBe('figure');
		}
		expect(overlaps(picture)).toBe(0);
	});

	it('gives every ward a name of its own', () => {
		for (const width of [200, 288, 358]) {
			const names = hexPicture(wards, figures, width).shapes.map(({ lines }) =>
				lines.flatMap(({ kind, text }) => (kind === 'name' ? [text] : [])).join(' ')
			);
			const written = names.filter((name) => name !== '');
			expect(new Set(written).size).toBe(written.length);
		}
	});

	it('is wider than its room rather than unreadable', () => {
		const row = Array.from({ length: 30 }, (_, index) => ({
			code: String(index),
			name: 'Ward',
			hex_q: index,
			hex_r: 0
		}));
		const picture = hexPicture(row, () => ['12'], 288);
		expect(picture.width).toBeGreaterThan(288);
		expect(picture.shapes.every(({ lines }) => lines.length > 0)).toBe(true);
	});

	it('is empty without wards', () => {
		expect(hexPicture([], figures, 300)).toEqual({ width: 300, height: 0, shapes: [] });
	});
});

describe('geographicPicture', () => {
	const west = ward('West', square(-1.3, 51.7));
	const east = ward('East', square(-1.2, 51.7));

	function square(left: number, bottom: number): Position[] {
		const [right, top] = [left + 0.1, bottom + 0.06];
		return [
			[left, bottom],
			[right, bottom],
			[right, top],
			[left, top],
			[left, bottom]
		];
	}

	function ward(name: string, ring: Position[]) {
		const boundary: AreaGeometry = { type: 'Polygon', coordinates: [ring] };
		return { code: name, name, hex_q: 0, hex_r: 0, boundary };
	}

	it('fills the width with north up, west left', () => {
		const picture = geographicPicture([east, west], () => ['12'], 400);
		const [atEast, atWest] = picture.shapes;
		expect(picture.width).toBe(400);
		expect(picture.height).toBeGreaterThan(180);
		expect(picture.height).toBeLessThan(220);
		expect(atWest?.centre[0]).toBeCloseTo(102, 0);
		expect(atEast?.centre[0]).toBeCloseTo(298, 0);
		expect(atEast?.lines.map(({ text }) => text)).toEqual(['East', '12']);
	});

	it('draws a boundary the same whichever way it runs', () => {
		const { coordinates } = west.boundary as { coordinates: Position[][] };
		const turned = {
			...west,
			boundary: { type: 'Polygon' as const, coordinates: wind(coordinates, 'clockwise') }
		};
		const path = (area: typeof west) => geographicPicture([area, east], () => ['1'], 400).height;
		expect(path(turned)).toBe(path(west));
	});

	it('writes only what fits inside the boundary', () => {
		const sliver = ward('Sliver', [
			[-1.3, 51.76],
			[-1.1, 51.76],
			[-1.1, 51.7605],
			[-1.3, 51.7605],
			[-1.3, 51.76]
		]);
		const [thin] = geographicPicture([sliver, west, east], () => ['12'], 400).shapes;
		expect(thin?.lines).toEqual([]);
		expect(thin?.path).not.toBe('');
	});
});
