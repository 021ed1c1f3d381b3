/**
 * The server's half of sync under everything that can go wrong between phones: lost requests and responses, partial
 * pages, logs and wards that move, roles that come and go, transactions that stay open. Real people, real connections,
 * real row level security. PROPERTY_RUNS and PROPERTY_SEED set how much and which.
 */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { steps } from './steps';
import { Town } from './town';

const runs = Number(process.env.PROPERTY_RUNS ?? 300);
const seed = Number(process.env.PROPERTY_SEED ?? Date.now() % 2 ** 31);

let town: Town;
beforeEach(async () => {
	town = await Town.found();
});
afterEach(() => town.leave());

const property = () => fc.asyncProperty(steps, (taken) => town.live(taken));

test(
	`phones agree with the server at rest (seed ${seed}, ${runs} runs)`,
	{ timeout: 60_000 + runs * 5_000 },
	async () => {
		await fc.assert(property(), { numRuns: runs, seed });
	}
);

describe('the test finds a server that', () => {
	/** Puts other text in place of some of a function's own. */
	const rewrite = (name: string, from: string, to: string) => async () => {
		const [definition] = await town.sql<{ text: string }[]>`
			select pg_get_functiondef(oid) as text from pg_proc where proname = ${name}`;
		const text = definition?.text ?? '';
		expect(text).toContain(from);
		await town.sql.unsafe(text.replace(from, to));
	};

	/** Writes nothing to a table any more. */
	const mute = (table: string) => () =>
		town.sql.unsafe(`
			create function private.drop_row() returns trigger language plpgsql as $$ begin return null; end $$;
			create trigger mute before insert on ${table} for each row execute function private.drop_row();`);

	test.each([
		[
			'moves its cursor to now, as a timestamp would',
			rewrite('sync_pull', 'pg_snapshot_xmin(', 'pg_snapshot_xmax(')
		],
		[
			'ends a walk at its last page’s horizon',
			rewrite('sync_pull', 'else place.horizon::text', 'else horizon::text')
		],
		['leaves no exits', mute('public.sync_exits')],
		['stores no verdicts', mute('public.sync_mutations')]
	])('%s', { timeout: 600_000 }, async (_, breakServer) => {
		await breakServer();
		const { failed, numRuns } = await fc.check(property(), {
			numRuns: 200,
			seed,
			endOnFailure: true
		});
		expect(failed, `not found in ${numRuns} runs (seed ${seed})`).toBe(true);
	});
});
