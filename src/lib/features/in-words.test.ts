import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { logFields, readMark, SOUTH } from '$lib/store/samples';
import { Store } from '$lib/store/store';
import { lineOf, linesOf } from './in-words';
import { historyOf } from './record-history';

const ward = sampleRow('areas', { scope: SOUTH });
const priority = sampleRow('objectives', { scope: SOUTH });
const action = sampleRow('actions', { scope: SOUTH, created_by: null });
const daniel = sampleRow('profiles', { user_id: crypto.randomUUID(), full_name: 'Daniel Hughes' });

let store: Store;
beforeEach(async () => {
	store = new Store(crypto.randomUUID());
	await store.inbox.take(
		[
			{ table: 'areas', row: ward },
			{ table: 'objectives', row: priority },
			{ table: 'actions', row: action }
		],
		readMark(SOUTH),
		false
	);
});
afterEach(() => store.close());

describe('a record in words', () => {
	it('names what is filled in, in the order of the page', async () => {
		const log = logFields({
			objective_id: priority.id,
			action_id: action.id,
			place_id: crypto.randomUUID(),
			themes: ['cost_of_living', 'housing'],
			people_count: 0
		});
		expect(
			(await linesOf(store, 'engagement_logs', log)).map(({ label, text }) => [label, text])
		).toEqual([
			['Kind of contact', 'Conversation'],
			['Date', '16 November 2026'],
			['Where', 'In a ward'],
			['Ward', 'Blackbird Leys'],
			['Place', 'A place that is not on this device'],
			['Priority', 'Providing inclusive services'],
			['Action', 'EDI-14 Review equality impact assessments'],
			['Themes', 'Cost of living, Housing'],
			['What we heard', 'The bus stops at six.'],
			['Number of people', '0']
		]);
	});

	it('has a word for what is empty, ticked and not ticked', async () => {
		const text = async (column: string, value: unknown) =>
			(await lineOf(store, 'engagement_logs', column, value)).text;
		expect(await text('heard', '')).toBe('Nothing');
		expect(await text('themes', [])).toBe('Nothing');
		expect(await text('restricted', true)).toBe('Yes');
		expect(await text('restricted', false)).toBe('No');
	});
});

describe('the history of a record', () => {
	const entry = (at: string, changes: object, taken = true) =>
		sampleRow('audit_log', {
			scope: SOUTH,
			table_name: 'actions',
			row_id: action.id,
			version: 2,
			changes: changes as never,
			taken,
			created_by: daniel.user_id,
			created_at: at
		});

	it('tells what changed and what was not taken, newest first, and nothing of the app’s own columns', async () => {
		const rows = [
			entry('2026-11-17T10:00:00+00:00', {
				rag: { from: 'amber', to: 'red' },
				position: { from: 1, to: 2 }
			}),
			entry('2026-11-17T11:00:00+00:00', { rag: { from: 'red', to: 'green' } }, false)
		];
		await store.inbox.take(
			rows.map((row) => ({ table: 'audit_log' as const, row })),
			readMark(SOUTH),
			false
		);
		expect(await historyOf(store, 'actions', action, [daniel])).toMatchObject([
			{
				what: 'Changed at the same time',
				who: 'Daniel Hughes',
				taken: false,
				changes: [{ label: 'RAG rating', text: 'Green', before: 'Red' }]
			},
			{ what: 'Changed', changes: [{ label: 'RAG rating', text: 'Red', before: 'Amber' }] },
			{ what: 'Added', who: 'Common Ground', changes: [] }
		]);
	});
});
