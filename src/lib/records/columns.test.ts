import { describe, expect, it } from 'vitest';
import { columnsOf, columnWords } from './columns';
import { definitions } from './definitions';
import { recordTables, registry } from './registry';

describe('the columns that people read', () => {
	it('come in the order in which they were declared', () => {
		expect(columnsOf('actions').map(([, { label }]) => label)).toEqual([
			'Reference',
			'Title',
			'What is planned',
			'Serves',
			'Also serves',
			'Service',
			'Responsible',
			'Owner',
			'Partners',
			'Programmes',
			'RAG rating',
			'Why this rating',
			'Status',
			'Due date',
			'Deadline rule',
			'Working days',
			'Progress',
			'Answer to the proposal',
			'Continues',
			'In the plan',
			'Mitigates'
		]);
	});

	it('are all of them, by their own names, where nothing is declared', () => {
		expect(columnsOf('localities')).toEqual(
			Object.keys(definitions.localities.schema.def.shape).map((name) => [name, expect.anything()])
		);
		expect(columnWords('memberships', 'locality_id').label).toBe('Locality');
	});

	it('include whatever a person may have to decide', () => {
		for (const table of recordTables)
			for (const column of Object.keys(registry[table].merge))
				expect(columnsOf(table).map(([name]) => name)).toContain(column);
	});

	it('name records by a column that the device can look up', () => {
		for (const table of recordTables)
			for (const [, { names, by }] of columnsOf(table))
				for (const name of [names ?? []].flat())
					if (by) expect(registry[name].indexes).toContain(by);
	});
});
