/** What somebody asks the server for figures, through its API, and how long each answer takes. */
import type { WardActivity } from '../../../src/lib/insight/activity';
import { periodOf, periodPresets } from '../../../src/lib/insight/periods';
import { people } from '../../../seeds/files';
import { COUNCIL_ID } from '../../../seeds/rows';
import { uuid } from '../logs';
import { createRandom } from '../../../seeds/demo/random';
import type { Backend } from '../backend';

/** Milliseconds of a call; `turn` chooses which of the questions that a screen can ask. */
type Asked = (turn: number) => Promise<number>;

const FILTERS = [
	{ kind: 'all', value: '' },
	{ kind: 'all', value: '', narrow: true },
	{ kind: 'theme', value: 'health' },
	{ kind: 'group', value: 'carers' },
	{ kind: 'type', value: 'visit', narrow: true }
];

/** Signs in, and learns what there is to ask about. */
export async function questioner({ server, sql }: Backend, email: string) {
	const client = await server.client();
	const { error } = await client.auth.signInWithPassword({ email, password: people.password });
	if (error) throw error;
	const [first] = await sql<{ objective: string; priority: string; ward: string; today: string }[]>`
		select objectives.parent_id as objective, objectives.id as priority, current_date::text as today,
			(select min(code) from areas where council_id = ${COUNCIL_ID}) as ward
		from objectives
		where council_id = ${COUNCIL_ID} and kind = 'priority' and closed_on is null and parent_id is not null
		order by id limit 1`;
	if (!first) throw new Error('There is nothing to ask about');
	const { objective, priority, ward, today } = first;
	const random = createRandom(3);

	async function timed(name: string, asked: object): Promise<[number, unknown]> {
		const start = performance.now();
		const { data, error } = await client.rpc(name, asked);
		if (error) throw new Error(error.message);
		return [performance.now() - start, data];
	}

	function question(turn: number) {
		const preset = periodPresets[turn % periodPresets.length] ?? periodPresets[0];
		const { narrow, ...only } =
			FILTERS[Math.floor(turn / periodPresets.length) % FILTERS.length] ?? {};
		return { ...periodOf(preset.code, today), ...only, ...(narrow && { objective }) };
	}

	const map: Asked = async (turn) => (await timed('ward_activity', question(turn)))[0];
	const byMonth: Asked = async (turn) =>
		(
			await timed('activity_by_month', { ...question(turn), ...periodOf('last_12_months', today) })
		)[0];

	const matrix: Asked = async (turn) => {
		const preset = periodPresets[turn % periodPresets.length] ?? periodPresets[0];
		return (await timed('gaps', periodOf(preset.code, today)))[0];
	};

	/** Of this year and the ones before, which the logs are of. */
	const report: Asked = async (turn) => {
		const day = `${Number(today.slice(0, 4)) - (turn % 3)}${today.slice(4)}`;
		return (await timed('report_figures', { day }))[0];
	};

	async function contactsNow(): Promise<number> {
		const [, activity] = await timed('ward_activity', {
			...periodOf('this_month', today),
			...FILTERS[0]
		});
		const found = (activity as WardActivity).wards.find(({ code }) => code === ward);
		return found?.contacts ?? 0;
	}

	/** From the moment that a phone hears that its log was taken to the moment that somebody reads it in the figures. */
	const lag: Asked = async (turn) => {
		const before = await contactsNow();
		const set = {
			council_id: COUNCIL_ID,
			type: 'visit',
			occurred_on: today,
			coverage: 'ward',
			ward_code: ward,
			objective_id: priority,
			themes: ['health'],
			heard: `logged ${turn}`,
			people_count: 6
		};
		const mutation = { mid: 1, table: 'engagement_logs', op: 'insert', id: uuid(random), set };
		await timed('sync_push', {
			client_id: uuid(random),
			mutations: [{ ...mutation, base: {}, schema: 1, at: new Date().toISOString() }]
		});
		const start = performance.now();
		while ((await contactsNow()) <= before)
			if (performance.now() - start > 60_000) throw new Error('The log is in no figure');
		return performance.now() - start;
	};

	return { map, byMonth, matrix, report, lag };
}
