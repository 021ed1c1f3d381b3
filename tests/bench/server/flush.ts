/** Many phones with full outboxes and a bad network: what became of everything that they were told was done. */
import { createRandom } from '../../../seeds/demo/random';
import type { Backend } from '../backend';
import { quantile } from '../harness';
import { uuid } from '../logs';
import { signInLoggers, type SignedIn } from './people';

/** Calls on their way at one time. */
const POOL = 8;
/** Of all calls, those whose answer is lost, and those that are cut while the server is at work. */
const LOST = 0.1;
const CUT = 0.05;

interface Flushed {
	/** Milliseconds, in all and for calls that were answered. */
	time: number;
	p50: number;
	p95: number;
	calls: number;
	unanswered: number;
	/** Logs of which a phone was told that they were taken, and which are not there. */
	lost: number;
	/** Logs that are there more than once, or that were changed by being sent again. */
	duplicated: number;
}

/** Each of `devices` phones sends `each` logs in one push, again and again until it is answered. */
export async function flushPhones(
	backend: Backend,
	devices: number,
	each: number
): Promise<Flushed> {
	const people = await signInLoggers(backend);
	const random = createRandom(1);
	const times: number[] = [];
	const acknowledged: string[] = [];
	let calls = 0;
	let next = 0;

	async function onePhone(person: SignedIn): Promise<void> {
		const client_id = uuid(random);
		const mutations = Array.from({ length: each }, (_, index) => ({
			mid: index + 1,
			table: 'engagement_logs',
			op: 'insert',
			...person.newLog(random, `flushed ${client_id} ${index + 1}`),
			base: {},
			schema: 1,
			at: new Date().toISOString()
		}));
		for (;;) {
			const luck = random();
			const patience = luck > 1 - CUT ? Math.ceil(random() * 100) : 120_000;
			const start = performance.now();
			calls += 1;
			const { data, error } = await person.client
				.rpc('sync_push', { client_id, mutations })
				.abortSignal(AbortSignal.timeout(patience));
			if (error && patience === 120_000) throw new Error(error.message);
			if (error || luck < LOST) continue;
			times.push(performance.now() - start);
			for (const { verdict, row } of data.verdicts)
				if (verdict === 'applied') acknowledged.push(row.id);
				else throw new Error(`A log was ${verdict}`);
			return;
		}
	}

	async function worker(): Promise<void> {
		while (next < devices) {
			const person = people[(next += 1) % people.length];
			if (person) await onePhone(person);
		}
	}

	const start = performance.now();
	await Promise.all(Array.from({ length: POOL }, worker));
	const time = performance.now() - start;
	return {
		time,
		p50: quantile(times, 0.5),
		p95: quantile(times, 0.95),
		calls,
		unanswered: calls - times.length,
		...(await account(backend, acknowledged))
	};
}

async function account(
	{ sql }: Backend,
	acknowledged: readonly string[]
): Promise<{ lost: number; duplicated: number }> {
	const [there] = await sql<{ acknowledged: number; twice: number; changed: number }[]>`
		select
			count(*) filter (where id = any (${acknowledged as string[]}::uuid[]))::integer as acknowledged,
			(count(*) - count(distinct heard))::integer as twice,
			count(*) filter (where row_version <> 1)::integer as changed
		from engagement_logs where heard like 'flushed %'`;
	if (!there) throw new Error('no answer');
	return {
		lost: acknowledged.length - there.acknowledged,
		duplicated: there.twice + there.changed
	};
}
