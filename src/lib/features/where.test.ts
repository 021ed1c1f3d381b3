import { describe, expect, it } from 'vitest';
import { placeInWard, wardAfter, whereInWords } from './where';

const leys = { code: 'E05013097', name: 'Blackbird Leys' };
const exact = { kind: 'exact', area: leys } as const;
const unsure = { kind: 'nearest', areas: [{ area: leys, metres: 300 }], unsure: true } as const;

describe('the ward after the phone was asked', () => {
	it('is the one that encloses the position', () => {
		expect(wardAfter(exact, { chosen: '', filledIn: '' })).toBe(leys.code);
		expect(whereInWords(exact, leys.code, 12)).toBe('You are in Blackbird Leys.');
	});

	it('follows the phone to another ward', () => {
		expect(wardAfter(exact, { chosen: 'E05013100', filledIn: 'E05013100' })).toBe(leys.code);
	});

	it('stays as a person chose it, and says so', () => {
		expect(wardAfter(exact, { chosen: 'E05013100', filledIn: '' })).toBe('E05013100');
		expect(whereInWords(exact, 'E05013100', 12)).toBe(
			'You are in Blackbird Leys. The ward you chose stays.'
		);
	});

	it('is left to the person where the phone is not sure', () => {
		const areas = [...unsure.areas];
		expect(wardAfter({ ...unsure, areas }, { chosen: '', filledIn: '' })).toBe('');
		expect(whereInWords({ ...unsure, areas }, '', 143)).toBe(
			'Your phone is only sure to about 150 metres. Choose the ward.'
		);
		expect(whereInWords({ ...unsure, areas }, '', 2_380)).toContain('about 2.4 kilometres');
	});
});

describe('the place with a ward', () => {
	const places = [
		{ id: 'centre', ward_code: leys.code },
		{ id: 'van', ward_code: null }
	];

	it('goes when the ward is another', () => {
		expect(placeInWard('centre', leys.code, places)).toBe('centre');
		expect(placeInWard('centre', 'E05013100', places)).toBe('');
	});

	it('stays when it belongs to no ward', () => {
		expect(placeInWard('van', 'E05013100', places)).toBe('van');
	});
});
