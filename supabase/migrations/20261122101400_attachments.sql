-- Attachments: pictures that belong to records. The row is what people may know of a picture; its bytes lie in Storage,
-- under the sha256 that the row names. A picture is for whoever its record is for, and goes where that goes.

create table public.attachments (
	like private.synced including all,
	table_name text not null,
	row_id uuid not null,
	sha256 text not null
		constraint attachments_sha256_not_valid check (sha256 ~ '^[0-9a-f]{64}$'),
	content_type text not null
		constraint attachments_content_type_not_valid check (content_type = 'image/jpeg'),
	byte_size integer not null
		constraint attachments_byte_size_out_of_range check (byte_size between 1 and 409600),
	width integer not null
		constraint attachments_width_out_of_range check (width between 1 and 1600),
	height integer not null
		constraint attachments_height_out_of_range check (height between 1 and 1600),
	description text not null default ''
		constraint attachments_description_too_long check (char_length(description) <= 500),
	foreign key (council_id) references public.councils (id)
);
comment on column public.attachments.table_name is 'The table of the record that it belongs to, which is the row row_id of it.';
comment on column public.attachments.sha256 is 'Of the bytes, in lower-case hexadecimal; their name in Storage ends in it.';
comment on column public.attachments.byte_size is 'Bytes; at most 400 KiB.';
comment on column public.attachments.width is 'Pixels.';
comment on column public.attachments.height is 'Pixels.';
comment on column public.attachments.description is 'What it shows, for people who cannot see it.';
create index attachments_row_id_idx on public.attachments (row_id, table_name);
-- What Storage asks.
create index attachments_sha256_idx on public.attachments (sha256, created_by, council_id) where deleted_at is null;

-- The tables whose records may have attachments. keep_attachments() fills it.
create table private.attachment_parents (table_name text primary key);

-- The scope of the record that it belongs to; none where there is no such record, or only a deleted one for a picture
-- that is not. The record is held until the transaction ends, so that it cannot move or go behind the picture's back.
create function private.scope_of(record public.attachments) returns text
language plpgsql set search_path = ''
as $$
declare
	parent_scope text;
begin
	if record.table_name in (select table_name from private.attachment_parents) then
		execute format(
			$query$
				select scope
				from public.%I
				where council_id = $1 and id = $2 and (deleted_at is null or $3 is not null)
				for share
			$query$,
			record.table_name
		)
		into parent_scope
		using record.council_id, record.row_id, record.deleted_at;
	end if;
	return coalesce(parent_scope, '');
end
$$;

-- An attachment belongs to a record that is there and that its author may read. Runs as whoever asks, so that row level
-- security says what they may read; somebody who does not work here learns nothing from it.
create function private.check_attachment() returns trigger
language plpgsql set search_path = ''
as $$
declare
	found boolean;
begin
	if tg_op = 'UPDATE' and (old.deleted_at is null or new.deleted_at is not null)
		or private.current_user_id() is not null
		and new.council_id not in (select private.my_councils('officer', 'champion', 'manager', 'admin'))
	then
		return new;
	elsif new.table_name is null then
		perform private.refuse('required', 'table_name');
	elsif new.row_id is null then
		perform private.refuse('required', 'row_id');
	elsif new.table_name not in (select table_name from private.attachment_parents) then
		perform private.refuse('not_valid', 'table_name');
	end if;

	execute format(
		'select exists (select from public.%I where council_id = $1 and id = $2 and deleted_at is null)', new.table_name
	)
	into found
	using new.council_id, new.row_id;
	if not found then
		perform private.refuse('unknown_reference', 'row_id');
	end if;
	return new;
end
$$;

-- Fires before the stamp (triggers fire by name).
create trigger check_attachment before insert or update on public.attachments
for each row execute function private.check_attachment();

select private.keep_in_sync('public.attachments');

-- A record that moves to another scope takes its attachments along (the stamp works out their scope anew), and one that
-- is deleted takes them with it.
create function private.take_attachments_along() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	update public.attachments
	set scope = scope, deleted_at = coalesce(deleted_at, new.deleted_at)
	where table_name = tg_table_name and row_id = new.id;
	return null;
end
$$;

-- Lets the records of a synced table have attachments.
create function private.keep_attachments(record_table regclass) returns void
language plpgsql set search_path = ''
as $$
begin
	execute format(
		'create trigger take_attachments_along after update on %s for each row
		when (old.scope <> new.scope or old.deleted_at is null and new.deleted_at is not null)
		execute function private.take_attachments_along()',
		record_table
	);
	insert into private.attachment_parents (table_name)
	select relname from pg_catalog.pg_class where oid = record_table;
end
$$;

select private.keep_attachments('public.engagement_logs');

-- Only a restricted record is in a person's own scope. Online only, as the register is.
create policy "cleared managers read attachments of the register" on public.attachments for select to authenticated
using (scope like 'user:%' and council_id in (select private.my_registers()));

create policy "whoever works here attaches to what they read" on public.attachments for insert to authenticated
with check (
	created_by = private.current_user_id()
	and council_id in (select private.my_councils('officer', 'champion', 'manager', 'admin'))
	and scope in (select private.my_scopes())
);
-- As with logs: what somebody may not read, they do not change.
create policy "authors change their attachments" on public.attachments for update to authenticated
using (
	created_by = private.current_user_id()
	and council_id in (select private.my_councils('officer', 'champion', 'manager', 'admin'))
	and scope in (select private.my_scopes())
);
create policy "managers and admins change attachments" on public.attachments for update to authenticated
using (
	council_id in (select private.my_councils('manager', 'admin'))
	and (
		scope in (select private.my_scopes())
		or scope like 'user:%' and council_id in (select private.my_registers())
	)
);
