import 'fake-indexeddb/auto';
import { csvParse } from 'd3-dsv';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '$lib/store/outbox';
import { logFields, readMark, serverLog, SOUTH } from '$lib/store/samples';
import { Store } from '$lib/store/store';
import { copyAsCsv, copyAsJson, reasonOf, recordsInWords, unsentChanges } from './unsent';

const TABLE = 'engagement_logs';
const problem: Problem = {
	verdict: 'rejected',
	code: 'ward_outside_localities',
	message: '',
	column: 'ward_code'
};

let store: Store;
beforeEach(() => {
	store = new Store(crypto.randomUUID());
});
afterEach(() => store.close());

/** Sends the oldest change, which the server refuses; `meanwhile` the person writes on. */
async function refuse(meanwhile: () => Promise<void> = () => Promise.resolve()): Promise<void> {
	const [entry] = await store.claim((outbox) => outbox.slice(0, 1));
	await meanwhile();
	await store.inbox.settle([
		{ mid: entry?.mid ?? 0, outcome: { kind: 'rejected', problem }, row: null }
	]);
}

describe('what is not sent', () => {
	it('names the field at fault, also where that is empty, and what waits behind', async () => {
		const id = await store.write.insert(TABLE, logFields({ ward_code: null, coverage: 'online' }));
		await refuse(() => store.write.update(TABLE, id, { people_count: 3 }));
		const [refused, later] = await unsentChanges(store);
		expect(refused).toMatchObject({
			title: 'Log: Conversation',
			fault: { label: 'Ward', text: 'Nothing' },
			behind: 1,
			held: false
		});
		expect(refused && reasonOf(refused.entry)).toMatch(/^This ward is outside your localities\./);
		expect(later).toMatchObject({ behind: 0, held: true, fault: undefined });
	});

	it('is told whole where the record has left the device', async () => {
		const { id } = serverLog();
		await store.inbox.take([{ table: TABLE, row: serverLog() }], readMark(SOUTH), false);
		await store.write.update(TABLE, id, { heard: 'Mine.' });
		await store.inbox.take([], readMark(), false);
		const [change] = await unsentChanges(store);
		expect(change?.lines).toContainEqual(
			expect.objectContaining({ label: 'What we heard', text: 'Mine.' })
		);
	});

	it('is counted by records, whatever was done to each', async () => {
		const id = await store.write.insert(TABLE, logFields());
		await refuse(() => store.write.update(TABLE, id, { people_count: 3 }));
		expect(recordsInWords(await store.outbox())).toBe('1 log');
		await store.write.insert(TABLE, logFields());
		expect(recordsInWords(await store.outbox())).toBe('2 logs');
		await store.write.remove('plans', crypto.randomUUID());
		await store.write.update('plans', crypto.randomUUID(), { title: 'Plan' });
		expect(recordsInWords(await store.outbox())).toBe('3 records');
	});
});

describe('a copy', () => {
	beforeEach(async () => {
		await store.write.insert(TABLE, logFields({ heard: '=HYPERLINK("x")', people_count: 6 }));
		await refuse();
		await store.write.insert(TABLE, logFields({ heard: 'Second,\nin two lines' }));
	});

	it('for a spreadsheet has a row for each, in words', async () => {
		const rows = csvParse(copyAsCsv(await unsentChanges(store)).replace('\uFEFF', ''));
		expect([...rows]).toMatchObject([
			{
				Record: 'Log: Conversation',
				Change: 'New',
				'Why it was not taken': expect.stringMatching(/^This ward/),
				'What we heard': `'=HYPERLINK("x")`,
				'Number of people': '6'
			},
			{
				'Why it was not taken': '',
				'What we heard': 'Second,\nin two lines',
				'Number of people': ''
			}
		]);
	});

	it('for programs is the records themselves', async () => {
		const copy = JSON.parse(copyAsJson(await unsentChanges(store)));
		expect(copy).toMatchObject([
			{ table: TABLE, record: { heard: '=HYPERLINK("x")' }, typed: { people_count: 6 } },
			{ record: { heard: 'Second,\nin two lines' } }
		]);
	});
});
