-- Annual progress reports: the words that managers write beside the figures, and editions that are kept as they were
-- published.

set lock_timeout = '5s';

create table public.progress_reports (
	like private.synced including all,
	plan_id uuid not null,
	year_from date not null
		constraint progress_reports_year_from_not_valid check (year_from = private.financial_year_of(year_from)),
	foreword text not null default ''
		constraint progress_reports_foreword_too_long check (char_length(foreword) <= 8000),
	achieved text not null default ''
		constraint progress_reports_achieved_too_long check (char_length(achieved) <= 8000),
	setbacks text not null default ''
		constraint progress_reports_setbacks_too_long check (char_length(setbacks) <= 8000),
	next_steps text not null default ''
		constraint progress_reports_next_steps_too_long check (char_length(next_steps) <= 8000),
	foreign key (council_id) references public.councils (id),
	foreign key (council_id, plan_id) references public.plans (council_id, id)
);
comment on column public.progress_reports.year_from is 'The first day of the financial year that it is on: 1 April.';
create index progress_reports_plan_id_idx on public.progress_reports (council_id, plan_id);

insert into private.merge_rules (table_name, column_name, rule) values
('progress_reports', 'foreword', 'text'),
('progress_reports', 'achieved', 'text'),
('progress_reports', 'setbacks', 'text'),
('progress_reports', 'next_steps', 'text');

select private.keep_in_sync('public.progress_reports');

create policy "managers and admins add progress reports" on public.progress_reports for insert to authenticated
with check (council_id in (select private.my_councils('manager', 'admin')));
create policy "managers and admins change progress reports" on public.progress_reports for update to authenticated
using (council_id in (select private.my_councils('manager', 'admin')));

create table public.report_editions (
	like private.synced including all,
	report_id uuid not null,
	made_on date not null
		constraint report_editions_made_on_out_of_range check (made_on between '1900-01-01' and '2200-12-31'),
	content jsonb not null
		constraint report_editions_content_not_valid check (jsonb_typeof(content) = 'object')
		constraint report_editions_content_too_long check (octet_length(content::text) <= 500000),
	page text not null
		constraint report_editions_page_required check (page <> '')
		constraint report_editions_page_too_long check (octet_length(page) <= 500000),
	foreign key (council_id) references public.councils (id),
	foreign key (council_id, report_id) references public.progress_reports (council_id, id)
);
comment on column public.report_editions.content is
'What it says: sections of words and tables (src/lib/records/report/report-document.ts).';
comment on column public.report_editions.page is 'The HTML file as it was published, to the byte.';
create index report_editions_report_id_idx on public.report_editions (council_id, report_id);

select private.keep_in_sync('public.report_editions');

create policy "managers and admins keep editions" on public.report_editions for insert to authenticated
with check (council_id in (select private.my_councils('manager', 'admin')));
create policy "managers and admins take editions away" on public.report_editions for update to authenticated
using (council_id in (select private.my_councils('manager', 'admin')));
