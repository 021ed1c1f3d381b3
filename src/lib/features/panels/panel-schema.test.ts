import { describe, expect, it } from 'vitest';
import { panelSchema } from './panel-schema';
import { emptyPanel, panelValuesOf } from './panel-values';

const schema = panelSchema('2026-11-23');
const typed = {
	...emptyPanel(),
	title: 'Residents’ Panel',
	taken_on: '2026-11-02',
	people_count: '400',
	tallies: [{ of: { sex: 'female' }, count: 220 }]
};

describe('panelSchema', () => {
	it('reads what was typed, and shows it again as it was', () => {
		const panel = schema.parse(typed);
		expect(panel).toMatchObject({ people_count: 400, tallies: typed.tallies });
		expect(panelValuesOf(panel)).toEqual(typed);
	});

	it('finds every fault in one go', () => {
		const faults = schema.safeParse({ ...emptyPanel(), taken_on: '2026-12-01' });
		expect(faults.error?.issues.map(({ path }) => path[0])).toEqual([
			'title',
			'taken_on',
			'people_count'
		]);
	});

	it('takes no more people of a group than belong to it', () => {
		const faults = schema.safeParse({ ...typed, people_count: '200' });
		expect(faults.error?.issues.map(({ path }) => path[0])).toEqual(['tallies']);
	});
});
