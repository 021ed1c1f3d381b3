import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hexCentre } from './hex-geometry';
import { assignHexes } from './hex-layout';
import { wardByKey, type Stop } from './moving';

function hex(code: string, hex_q: number, hex_r: number): Stop {
	return { code, centre: hexCentre({ hex_q, hex_r }, 30) };
}

/** A middle with its six neighbours. */
const rosette = [
	hex('middle', 0, 0),
	hex('east', 1, 0),
	hex('west', -1, 0),
	hex('north west', 0, -1),
	hex('north east', 1, -1),
	hex('south west', -1, 1),
	hex('south east', 0, 1)
];

describe('wardByKey', () => {
	it('goes to the neighbour on that side', () => {
		expect(wardByKey(rosette, 'middle', 'ArrowRight')).toBe('east');
		expect(wardByKey(rosette, 'middle', 'ArrowLeft')).toBe('west');
		expect(wardByKey(rosette, 'middle', 'ArrowUp')).toMatch(/north/);
		expect(wardByKey(rosette, 'middle', 'ArrowDown')).toMatch(/south/);
		expect(wardByKey(rosette, 'north west', 'ArrowRight')).toBe('north east');
	});

	it('prefers the neighbour to the ward straight above it', () => {
		expect(wardByKey([...rosette, hex('far north', 1, -2)], 'middle', 'ArrowUp')).toMatch(/^north/);
	});

	it('stays at the edge', () => {
		expect(wardByKey(rosette, 'east', 'ArrowRight')).toBeNull();
		expect(wardByKey(rosette, 'north west', 'ArrowUp')).toBeNull();
	});

	it('goes to the first and the last ward, and knows no other keys', () => {
		expect(wardByKey(rosette, 'middle', 'Home')).toBe('north west');
		expect(wardByKey(rosette, 'middle', 'End')).toBe('south east');
		expect(wardByKey(rosette, 'middle', 'Tab')).toBeNull();
		expect(wardByKey(rosette, 'nowhere', 'ArrowUp')).toBeNull();
	});

	it('leads from any hexagon to any other', () => {
		const degrees = fc.double({ min: -0.5, max: 0.5, noNaN: true });
		const wards = fc.array(fc.tuple(degrees, degrees), { minLength: 1, maxLength: 40 });
		fc.assert(
			fc.property(wards, (places) => {
				const points = places.map(([x, y], index) => ({
					code: String(index),
					longitude: x - 1,
					latitude: y + 52
				}));
				const stops = assignHexes(points).map((cell) => hex(cell.code, cell.hex_q, cell.hex_r));
				for (const { code } of stops) expect(reachableFrom(stops, code)).toBe(stops.length);
			})
		);
	});
});

function reachableFrom(stops: Stop[], start: string): number {
	const found = new Set([start]);
	for (const code of found) {
		for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']) {
			const next = wardByKey(stops, code, key);
			if (next) found.add(next);
		}
	}
	return found.size;
}
