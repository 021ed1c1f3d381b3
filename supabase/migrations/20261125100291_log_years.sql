-- Figures of logs by financial year as well, over all priorities: whether every part of a kind may be shown is asked of a
-- year, and of many values at once.

set lock_timeout = '5s';

-- As before, but read where it is called.
create or replace function private.financial_year_of(day date) returns date
language sql immutable
return (date_trunc('year', day - interval '3 months') + interval '3 months')::date;

-- As private.log_figures. A line whose logs are all gone may stay, with zeros.
create table private.log_years (
	council_id uuid not null,
	year date not null,
	ward_code text not null,
	kind text not null,
	value text not null,
	logs bigint not null,
	people bigint not null,
	primary key (council_id, kind, year, ward_code, value)
);
comment on column private.log_years.year is 'Its first day, 1 April.';

-- The figures as they are now, never late.
create view private.log_years_now as
select
	council_id, year, ward_code, kind, value,
	sum(logs)::bigint as logs,
	sum(people)::bigint as people
from (
	select council_id, year, ward_code, kind, value, logs, people from private.log_years
	union all
	select council_id, private.financial_year_of(month), ward_code, kind, value, logs, people from private.log_figure_changes
) as both_tables
group by council_id, year, ward_code, kind, value
having sum(logs) <> 0;

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
	years as (
		insert into private.log_years as kept (council_id, year, ward_code, kind, value, logs, people)
		select council_id, private.financial_year_of(month), ward_code, kind, value, sum(logs), sum(people)
		from sums
		group by 1, 2, 3, 4, 5
		on conflict (council_id, kind, year, ward_code, value) do update
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
	truncate private.log_figures, private.log_figure_changes, private.log_years;
	insert into private.log_figures (council_id, month, ward_code, objective_id, kind, value, logs, people)
	select
		log.council_id, private.month_of(log.occurred_on), coalesce(log.ward_code, ''), log.objective_id,
		cell.kind, cell.value, count(*), sum(cell.people)
	from public.engagement_logs as log, private.log_cells(log) as cell
	where not log.restricted and log.deleted_at is null
	group by 1, 2, 3, 4, 5, 6;
	insert into private.log_years (council_id, year, ward_code, kind, value, logs, people)
	select council_id, private.financial_year_of(month), ward_code, kind, value, sum(logs), sum(people)
	from private.log_figures
	group by 1, 2, 3, 4, 5;
end
$$;
select private.recount_log_figures();
