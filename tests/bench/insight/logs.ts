/** Three years of logs as a council would have made them, in any number, in the embedded server's database. */
import type { Sql } from 'postgres';
import { COUNCIL_ID } from '../../../seeds/rows';

/** Rows of one transaction. */
const BATCH = 50_000;

/** Adds logs past the triggers, until there are so many, and has their figures worked out anew. */
export async function fillWithYears(sql: Sql, count: number): Promise<void> {
	const [held] = await sql<{ n: number }[]>`select count(*)::integer as n from engagement_logs`;
	for (let missing = count - (held?.n ?? 0); missing > 0; missing -= BATCH)
		await addLogs(sql, Math.min(BATCH, missing));
	await sql`select private.recount_log_figures()`;
	await sql`vacuum analyze engagement_logs`;
	await sql`vacuum analyze private.log_figures`;
	await sql`vacuum analyze private.log_months`;
}

/** One in ten in no ward, in every month of three years; each random choice is made anew for each row. */
async function addLogs(sql: Sql, count: number): Promise<void> {
	await sql.begin(async (tx) => {
		await tx`set local session_replication_role = replica`;
		await tx`
			with place as (
				select array_agg(code) as wards, array_agg(locality_id) as localities from areas where locality_id is not null
			), lists as (
				select
					(select array_agg(id) from objectives where kind = 'priority') as priorities,
					(select array_agg(user_id) from memberships where role = 'officer') as authors,
					enum_range(null::public.engagement_type) as types,
					enum_range(null::public.engagement_theme) as themes,
					enum_range(null::public.community) as groups,
					enum_range(null::public.engagement_channel) as channels,
					enum_range(null::public.language) as languages,
					(select array_agg(code) from private.tally_answers where characteristic = 'ethnic_group') as answers
			), log as (
				select
					n, random() < 0.1 as nowhere,
					(random() * (cardinality(wards) - 1))::integer + 1 as ward,
					(random() * (cardinality(authors) - 1))::integer + 1 as author,
					20 + (random() * 40)::integer as people
				from generate_series(1, ${count}) as n, place, lists
			)
			insert into engagement_logs (
				id, council_id, scope, created_by, updated_by, type, occurred_on, coverage, ward_code, objective_id,
				themes, audiences, channel, languages, tallies, heard, people_count
			)
			select
				gen_random_uuid(), ${COUNCIL_ID},
				case when nowhere then 'council:' || ${COUNCIL_ID} else 'locality:' || localities[ward] end,
				authors[author], authors[author],
				types[1 + (random() * (cardinality(types) - 1))::integer],
				current_date - (random() * 1095)::integer,
				case when nowhere then 'city_wide' else 'ward' end::public.coverage,
				case when not nowhere then wards[ward] end,
				priorities[1 + (random() * (cardinality(priorities) - 1))::integer],
				themes[n % 15 + 1:n % 15 + 2],
				groups[n % 30 + 1:n % 30 + n % 2],
				channels[1 + (random() * (cardinality(channels) - 1))::integer],
				languages[1:n % 2],
				case when n % 4 = 0 then jsonb_build_array(jsonb_build_object(
					'of', jsonb_build_object('ethnic_group', answers[1 + n / 4 % cardinality(answers)], 'sex', 'female'),
					'count', 1 + n % 9
				)) else '[]' end,
				repeat('The bus stops at six. ', 1 + n % 12),
				people
			from log, place, lists`;
	});
}
