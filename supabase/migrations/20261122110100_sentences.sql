-- The sentences for refusals, in a table: a later migration adds its own codes without repeating the others.

create table private.sentences (
	code text primary key,
	sentence text not null
);

insert into private.sentences (code, sentence)
select code, private.sentence(code)
from unnest(array[
	'required', 'not_valid', 'too_long', 'out_of_range', 'already_exists', 'unknown_reference', 'not_allowed',
	'not_found', 'deleted', 'priority_closed', 'not_a_priority', 'unknown_priority', 'ward_outside_localities',
	'date_in_future', 'unknown_table', 'unknown_column', 'schema_too_old', 'unknown_schema'
]) as code;

create or replace function private.sentence(code text) returns text
language sql stable set search_path = ''
as $$
	select coalesce(
		(select sentences.sentence from private.sentences where sentences.code = $1),
		'This cannot be saved.'
	)
$$;
