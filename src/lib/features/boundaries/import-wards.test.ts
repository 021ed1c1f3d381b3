import { describe, expect, it } from 'vitest';
import type { AreaBoundaries, AreaBoundary } from '$lib/exchange/area-boundaries';
import { sampleRow } from '$lib/records/sample-rows';
import { planImport } from './import-wards';

const ward = (code: string, council: string | null = 'E07000178'): AreaBoundary => ({
	code,
	name: code,
	council,
	geometry: { type: 'Polygon', coordinates: [] },
	labelPoint: [-1.2, 51.7]
});
const file = (...areas: AreaBoundary[]): AreaBoundaries => ({
	areas,
	vintage: 'December 2021',
	source: null,
	skipped: []
});
const codes = (wards: readonly AreaBoundary[]) => wards.map(({ code }) => code);

describe('importing boundaries', () => {
	it('gives known wards their boundary, and says what does not fit', () => {
		const known = [
			sampleRow('areas', { code: 'E05000001' }),
			sampleRow('areas', { code: 'E05000002' })
		];
		const plan = planImport(file(ward('E05000001'), ward('E05000009')), known, 'E07000178');
		expect(plan.matched.map(({ area }) => area.code)).toEqual(['E05000001']);
		expect(plan.missing.map(({ code }) => code)).toEqual(['E05000002']);
		expect(codes(plan.others)).toEqual(['E05000009']);
		expect(plan.made).toEqual([]);
	});

	it('makes the wards of a council that has none, and only its own', () => {
		const plan = planImport(
			file(ward('E05000001'), ward('E05000002', 'E07000999'), ward('E05000003', null)),
			[],
			'E07000178'
		);
		expect(codes(plan.made)).toEqual(['E05000001', 'E05000003']);
		expect(codes(plan.others)).toEqual(['E05000002']);
	});
});
