-- Figures of logs, kept month by month, so that what it adds up to costs the same among a thousand logs and a million.
-- Restricted and deleted logs are in none of them.

set lock_timeout = '5s';

-- How many logs of a month, a ward and a priority there are, and how many people they reached: of all of them (kind 'all',
-- value ''), and of those of one type, theme, group of people, channel or language. Of kind 'tally', value
-- 'ethnic_group/asian_indian', the people are those who were counted as such.
create table private.log_figures (
	council_id uuid not null,
	month date not null,
	ward_code text not null,
	objective_id uuid not null,
	kind text not null,
	value text not null,
	logs bigint not null,
	people bigint not null,
	-- In the order in which figures are asked for: one value over a run of months.
	primary key (council_id, kind, value, month, ward_code, objective_id)
);
comment on column private.log_figures.month is 'Its first day.';
comment on column private.log_figures.ward_code is 'Empty for what is in no one ward.';

-- What has changed since: more, or fewer where negative. Writers only add to it, so that none waits for another.
create table private.log_figure_changes (like private.log_figures);

-- The figures as they are now, never late. To be read instead of the two tables.
create view private.log_figures_now as
select
	council_id, month, ward_code, objective_id, kind, value,
	sum(logs)::bigint as logs,
	sum(people)::bigint as people
from (
	select council_id, month, ward_code, objective_id, kind, value, logs, people from private.log_figures
	union all
	select council_id, month, ward_code, objective_id, kind, value, logs, people from private.log_figure_changes
) as both_tables
group by council_id, month, ward_code, objective_id, kind, value
having sum(logs) <> 0;

create function private.month_of(day date) returns date
language sql immutable
return date_trunc('month', day::timestamp)::date;

-- What a log counts as, with the people that it reached. Its body is read where it is called.
create function private.log_cells(log public.engagement_logs) returns table (kind text, value text, people bigint)
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
	select 'tally', answer.key || '/' || answer.value, sum((tally ->> 'count')::integer)
	from jsonb_array_elements(log.tallies) as tally, jsonb_each_text(tally -> 'of') as answer
	group by answer.key, answer.value;
end;

-- Takes changes into the kept figures, once there are many. One does it at a time, and nobody waits for it.
create function private.fold_log_figures(many integer default 1000) returns void
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

-- Counts the rows of a statement, as they are (1) or as they were (-1).
create function private.count_logs() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	insert into private.log_figure_changes (
		council_id, month, ward_code, objective_id, kind, value, logs, people
	)
	select
		log.council_id, private.month_of(log.occurred_on), coalesce(log.ward_code, ''), log.objective_id,
		cell.kind, cell.value,
		count(*) * tg_argv[0]::integer,
		sum(cell.people) * tg_argv[0]::integer
	from logs as log, private.log_cells(log::public.engagement_logs) as cell
	where not log.restricted and log.deleted_at is null
	group by 1, 2, 3, 4, 5, 6;
	perform private.fold_log_figures();
	return null;
end
$$;
create trigger count_added_logs after insert on public.engagement_logs
referencing new table as logs for each statement execute function private.count_logs('1');
create trigger count_removed_logs after delete on public.engagement_logs
referencing old table as logs for each statement execute function private.count_logs('-1');
create trigger count_changed_logs after update on public.engagement_logs
referencing new table as logs for each statement execute function private.count_logs('1');
create trigger uncount_changed_logs after update on public.engagement_logs
referencing old table as logs for each statement execute function private.count_logs('-1');

-- Works out every figure anew: after logs were loaded past the triggers, as a restored copy may be.
create function private.recount_log_figures() returns void
language plpgsql set search_path = ''
as $$
begin
	-- Nobody writes a log meanwhile.
	lock table public.engagement_logs in share row exclusive mode;
	truncate private.log_figures, private.log_figure_changes;
	insert into private.log_figures (council_id, month, ward_code, objective_id, kind, value, logs, people)
	select
		log.council_id, private.month_of(log.occurred_on), coalesce(log.ward_code, ''), log.objective_id,
		cell.kind, cell.value, count(*), sum(cell.people)
	from public.engagement_logs as log, private.log_cells(log) as cell
	where not log.restricted and log.deleted_at is null
	group by 1, 2, 3, 4, 5, 6;
end
$$;
select private.recount_log_figures();

-- The last contact in a ward.
create index engagement_logs_ward_day_idx on public.engagement_logs (council_id, ward_code, occurred_on)
where not restricted and deleted_at is null;
