import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AUTHOR, readMark, serverLog, SOMEBODY, SOUTH } from './samples';
import { Store } from './store';

const TABLE = 'engagement_logs';

let store: Store;
/** Five logs, a day apart: the last two are Somebody's, and the newest of all is deleted. */
beforeEach(async () => {
	store = new Store(crypto.randomUUID());
	const changes = [10, 11, 12, 13, 14].map((day) => ({
		table: TABLE,
		row: serverLog({
			id: `00000000-0000-4000-8000-0000000001${day}`,
			occurred_on: `2026-11-${day}`,
			ward_code: day === 11 ? null : 'E05013097',
			created_by: day > 12 ? SOMEBODY : AUTHOR,
			deleted_at: day === 14 ? '2026-11-15T10:00:00+00:00' : null
		})
	}));
	await store.inbox.take([...changes].reverse() as never, readMark(SOUTH), false);
});
afterEach(() => store.close());

const days = (rows: { occurred_on: string }[]) =>
	rows.map((row) => Number(row.occurred_on.slice(-2)));
const logs = () => store.records(TABLE);

it('reads the newest first, without deleted ones', async () => {
	expect(days(await logs().newest({ by: 'occurred_on' }))).toEqual([13, 12, 11, 10]);
	expect(days(await logs().newest({ by: 'occurred_on', limit: 2 }))).toEqual([13, 12]);
});

it('reads along one value of a compound index', async () => {
	const mine = { by: '[created_by+occurred_on]', equals: AUTHOR };
	expect(days(await logs().newest(mine))).toEqual([12, 11, 10]);
	const ofWard = { by: '[ward_code+occurred_on]', equals: 'E05013097', limit: 2 };
	expect(days(await logs().newest(ofWard))).toEqual([13, 12]);
});

it('counts towards the limit only what is wanted', async () => {
	const old = await logs().newest({
		by: 'occurred_on',
		limit: 2,
		where: (log) => log.occurred_on < '2026-11-12'
	});
	expect(days(old)).toEqual([11, 10]);
});

it('reads those of one day by when they were made, though the limit ends within the day', async () => {
	const changes = Array.from({ length: 30 }, (_, minute) => ({
		table: TABLE,
		row: serverLog({
			id: crypto.randomUUID(),
			occurred_on: '2026-11-12',
			created_at: `2026-11-12T10:${String(minute).padStart(2, '0')}:00+00:00`
		})
	}));
	await store.inbox.take(changes as never, readMark(SOUTH), false);
	const [, newest, ...others] = await logs().newest({ by: 'occurred_on', limit: 4 });
	// The one of the 12th that was there before was made four days later.
	expect(newest?.created_at).toBe('2026-11-16T10:00:00+00:00');
	expect(others.map(({ created_at }) => created_at.slice(14, 16))).toEqual(['29', '28']);
});

it('finds a record where its waiting change has moved it', async () => {
	const [newest] = await logs().newest({ by: 'occurred_on', limit: 1 });
	await store.write.update(TABLE, newest?.id ?? '', { occurred_on: '2026-11-01' });
	expect(days(await logs().newest({ by: 'occurred_on' }))).toEqual([12, 11, 10, 1]);
});

it('finds by a column, by id and all, without deleted ones', async () => {
	expect(await logs().where('objective_id', serverLog().objective_id)).toHaveLength(4);
	expect(await logs().all()).toHaveLength(4);
	expect(await logs().get('00000000-0000-4000-8000-000000000114')).toBeUndefined();
	expect(await logs().get('00000000-0000-4000-8000-000000000113')).toBeDefined();
});

it('counts what shares a value, and says how recent it is, without what was deleted here or elsewhere', async () => {
	const tally = () => logs().tally('[objective_id+occurred_on]', serverLog().objective_id);
	expect(await tally()).toEqual({ count: 4, last: '2026-11-13' });
	await store.write.remove(TABLE, '00000000-0000-4000-8000-000000000113');
	expect(await tally()).toEqual({ count: 3, last: '2026-11-12' });
	expect(await logs().tally('[action_id+occurred_on]', crypto.randomUUID())).toEqual({
		count: 0,
		last: null
	});
});
