-- Storage: the bytes of pictures, in a private bucket, named <council>/<author>/<sha256> after their attachment. The
-- record comes first; who may read it decides who may have its bytes.

-- Whether the caller has a live attachment whose bytes these are: they may be sent, wherever its record has gone since.
create function private.adds_picture(object_name text) returns boolean
language sql stable security definer set search_path = ''
as $$
	select exists (
		select from public.attachments
		where sha256 = split_part(object_name, '/', 3)
			and concat_ws('/', council_id, created_by, sha256) = object_name
			and created_by = private.current_user_id()
			and council_id in (select private.my_councils('officer', 'champion', 'manager', 'admin'))
			and deleted_at is null
	)
$$;

-- Whether the caller may read a live attachment whose bytes these are. Runs as the caller, so that row level security
-- of attachments decides.
create function private.sees_picture(object_name text) returns boolean
language sql stable set search_path = ''
as $$
	select exists (
		select from public.attachments
		where sha256 = split_part(object_name, '/', 3)
			and concat_ws('/', council_id, created_by, sha256) = object_name
			and deleted_at is null
	)
$$;

-- Whether the caller may remove these bytes: their author, or who manages the council, once no attachment needs them.
-- Two attachments of one author may share them.
create function private.removes_picture(object_name text) returns boolean
language sql stable security definer set search_path = ''
as $$
	select split_part(object_name, '/', 1) in (
			select council::text
			from private.my_councils('manager', 'admin') as council
			union all
			select council::text
			from private.my_councils('officer', 'champion') as council
			where split_part(object_name, '/', 2) = private.current_user_id()::text
		)
		and not exists (
			select from public.attachments
			where sha256 = split_part(object_name, '/', 3)
				and concat_ws('/', council_id, created_by, sha256) = object_name
				and deleted_at is null
		)
$$;

-- What a call to Storage is for, such as storage.object.delete_many.
create function private.storage_operation() returns text
language sql stable set search_path = ''
as $$ select coalesce(current_setting('storage.operation', true), '') $$;

-- Only where the database has Storage.
do $$
begin
	if to_regclass('storage.objects') is null then
		return;
	end if;

	insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
	values ('attachments', 'attachments', false, 409600, '{image/jpeg}')
	on conflict (id) do update
	set public = excluded.public,
		file_size_limit = excluded.file_size_limit,
		allowed_mime_types = excluded.allowed_mime_types;

	-- Links that work without signing in would outlive the right to what they lead to: none can be made.
	create policy "authors send the pictures of their attachments" on storage.objects for insert to authenticated
	with check (
		bucket_id = 'attachments' and private.storage_operation() not like '%sign%' and private.adds_picture(name)
	);
	create policy "people see pictures of the attachments that they read" on storage.objects for select to authenticated
	using (
		bucket_id = 'attachments' and private.storage_operation() not like '%sign%' and private.sees_picture(name)
	);

	-- Removing finds the object first. Nobody reads what nothing needs any more.
	create policy "whoever removes a picture finds it" on storage.objects for select to authenticated
	using (
		bucket_id = 'attachments'
		and private.storage_operation() in ('storage.object.delete', 'storage.object.delete_many')
		and private.removes_picture(name)
	);
	create policy "authors and managers remove pictures that nothing needs" on storage.objects
	for delete to authenticated
	using (bucket_id = 'attachments' and private.removes_picture(name));
end
$$;
