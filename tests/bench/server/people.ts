/** People of the demonstration, signed in, and what they may log. */
import type { SupabaseClient } from '@supabase/supabase-js';
import { people } from '../../../seeds/files';
import { uuid } from '../logs';
import type { Random } from '../../../seeds/demo/random';
import type { Backend } from '../backend';

export interface SignedIn {
	client: SupabaseClient;
	/** A log that this person may make, with the text that tells it from all others. */
	newLog: (random: Random, heard: string) => { id: string; set: Record<string, unknown> };
}

/** Everybody who logs: officers in their wards, managers and administrators anywhere. */
export async function signInLoggers({ server, sql }: Backend): Promise<SignedIn[]> {
	const wards = await sql<{ user_id: string; council_id: string; codes: string[] }[]>`
		select user_id, council_id, array_agg(distinct code) as codes
		from memberships join areas using (council_id)
		where role in ('manager', 'admin')
			or role = 'officer' and memberships.locality_id = areas.locality_id
		group by user_id, council_id`;
	const priorities = await sql<{ id: string }[]>`
		select id from objectives where kind = 'priority' and closed_on is null`;
	const all = await Promise.all(
		people.people.map(async ({ email }) => {
			const client = await server.client();
			const { data, error } = await client.auth.signInWithPassword({
				email,
				password: people.password
			});
			if (error) throw error;
			const mine = wards.find(({ user_id }) => user_id === data.user.id);
			return mine ? [{ client, newLog: logMaker(mine, priorities) }] : [];
		})
	);
	return all.flat();
}

function logMaker(
	{ council_id, codes }: { council_id: string; codes: string[] },
	priorities: readonly { id: string }[]
): SignedIn['newLog'] {
	return (random, heard) => ({
		id: uuid(random),
		set: {
			council_id,
			type: 'conversation',
			occurred_on: '2026-11-16',
			coverage: 'ward',
			ward_code: codes[Math.floor(random() * codes.length)],
			objective_id: priorities[Math.floor(random() * priorities.length)]?.id,
			themes: ['health'],
			barriers: [],
			heard,
			people_count: 6,
			restricted: false
		}
	});
}
