-- Figures of logs by month over all priorities, kept instead of those by year: what asks for many values at once reads these. And
-- which groups were met by which channel.

set lock_timeout = '5s';

-- As before, and of kind 'channel_group', value 'phone/carers'.
create or replace function private.log_cells(log public.engagement_logs) returns table (kind text, value text, people bigint)
language sql stable
begin atomic
	select 'all', '', coalesce(log.people_count, 0)
	union all
	select 'type', log.type::text, coalesce(log.people_count, 0)
	union all
	select distinct 'theme', theme::text, coalesce(log.people_count, 0) from unnest(log.themes) as theme
	union all
	select distinct 'group', audience::text, coalesce(log.people_count, 0) from unnest(log.audiences) as audience
	union all
	select 'channel', log.channel::text, coalesce(log.people_count, 0) where log.channel is not null
	union all
	select distinct 'language', language::text, coalesce(log.people_count, 0) from unnest(log.languages) as language
	union all
	select distinct 'channel_group', concat_ws('/', log.channel::text, audience::text), coalesce(log.people_count, 0)
	from unnest(log.audiences) as audience
	where log.channel is not null
	union all
	select 'tally', answer.key || '/' || answer.value, sum((tally ->> 'count')::integer)
	from jsonb_array_elements(log.tallies) as tally, jsonb_each_text(tally -> 'of') as answer
	group by answer.key, answer.value;
end;

-- As private.log_figures. A line whose logs are all gone may stay, with zeros.
create table private.log_months (
	council_id uuid not null,
	month date not null,
	ward_code text not null,
	kind text not null,
	value text not null,
	logs bigint not null,
	people bigint not null,
	primary key (council_id, kind, month, ward_code, value)
);

-- The figures as they are now, never late: lines to be added up, of which some take away.
create view private.log_months_now as
select council_id, month, ward_code, kind, value, logs, people from private.log_months
union all
select council_id, month, ward_code, kind, value, logs, people from private.log_figure_changes;

-- As before, into both.
create or replace function private.fold_log_figures(many integer default 1000) returns void
language plpgsql set search_path = ''
as $$
begin
	if (select count(*) from (select from private.log_figure_changes limit many) as found) < many
		or not pg_try_advisory_xact_lock(hashtextextended('fold log figures', 0))
	then
		return;
	end if;
	-- A statement of its own sees what the last one to fold has committed.
	with taken as (
		delete from private.log_figure_changes returning *
	),
	sums as (
		select council_id, month, ward_code, objective_id, kind, value, sum(logs) as logs, sum(people) as people
		from taken
		group by council_id, month, ward_code, objective_id, kind, value
		having sum(logs) <> 0 or sum(people) <> 0
	),
	months as (
		insert into private.log_months as kept (council_id, month, ward_code, kind, value, logs, people)
		select council_id, month, ward_code, kind, value, sum(logs), sum(people)
		from sums
		group by council_id, month, ward_code, kind, value
		on conflict (council_id, kind, month, ward_code, value) do update
			set logs = kept.logs + excluded.logs, people = kept.people + excluded.people
	)
	merge into private.log_figures as kept
	using sums on kept.council_id = sums.council_id
		and kept.kind = sums.kind
		and kept.value = sums.value
		and kept.month = sums.month
		and kept.ward_code = sums.ward_code
		and kept.objective_id = sums.objective_id
	when matched and kept.logs + sums.logs = 0 and kept.people + sums.people = 0 then delete
	when matched then update set logs = kept.logs + sums.logs, people = kept.people + sums.people
	when not matched then
		insert (council_id, month, ward_code, objective_id, kind, value, logs, people)
		values (
			sums.council_id, sums.month, sums.ward_code, sums.objective_id, sums.kind, sums.value, sums.logs, sums.people
		);
end
$$;

-- As before, both.
create or replace function private.recount_log_figures() returns void
language plpgsql set search_path = ''
as $$
begin
	-- Nobody writes a log meanwhile.
	lock table public.engagement_logs in share row exclusive mode;
	truncate private.log_figures, private.log_figure_changes, private.log_months;
	insert into private.log_figures (council_id, month, ward_code, objective_id, kind, value, logs, people)
	select
		log.council_id, private.month_of(log.occurred_on), coalesce(log.ward_code, ''), log.objective_id,
		cell.kind, cell.value, count(*), sum(cell.people)
	from public.engagement_logs as log, private.log_cells(log) as cell
	where not log.restricted and log.deleted_at is null
	group by 1, 2, 3, 4, 5, 6;
	insert into private.log_months (council_id, month, ward_code, kind, value, logs, people)
	select council_id, month, ward_code, kind, value, sum(logs), sum(people)
	from private.log_figures
	group by 1, 2, 3, 4, 5;
end
$$;
-- Years are added up from months.
drop view private.log_years_now;
-- squawk-ignore ban-drop-table
drop table private.log_years;
create view private.log_years as
select
	council_id,
	private.financial_year_of(month) as year,
	ward_code, kind, value,
	sum(logs)::bigint as logs,
	sum(people)::bigint as people
from private.log_months
group by council_id, private.financial_year_of(month), ward_code, kind, value;
create view private.log_years_now as
select
	council_id, private.financial_year_of(month) as year, ward_code, kind, value,
	sum(logs)::bigint as logs,
	sum(people)::bigint as people
from private.log_months_now
group by council_id, private.financial_year_of(month), ward_code, kind, value
having sum(logs) <> 0;
select private.recount_log_figures();
