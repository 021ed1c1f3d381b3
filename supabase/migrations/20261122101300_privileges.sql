-- Privileges: who may touch what at all. Row level security then says which rows.
--
-- Hosted platforms and the embedded backend grant everything on everything to the API's roles. This file takes all of
-- that back and gives what is needed, column by column; it may be run again at any time. People write a record's own
-- columns only: never its scope, versions, transaction, author or times.

revoke all on all tables in schema public, private from public, anon, authenticated, service_role;
revoke all on all functions in schema public, private from public, anon, authenticated, service_role;
revoke all on schema private from public, anon, authenticated, service_role;

-- Whatever is made later starts closed as well.
alter default privileges in schema public revoke all on tables from anon, authenticated, service_role;
alter default privileges in schema public revoke all on functions from anon, authenticated, service_role;

grant usage on schema public to anon, authenticated, service_role;
grant usage on schema private to authenticated;

-- Only the sign-in page's one question is open to somebody who is not signed in.
grant execute on function public.setup_needed() to anon, authenticated;

-- What a signed-in app calls.
grant execute on function
	public.create_council(text, text, text),
	public.sync_push(uuid, jsonb),
	public.sync_pull(text, jsonb, integer),
	public.sync_digest(),
	public.ward_activity(date, date, uuid)
to authenticated;

-- What policies, checks and the sync functions call on behalf of whoever asks. The rest of `private` runs as its owner.
grant execute on function
	private.current_user_id(),
	private.my_scopes(),
	private.my_councils(public.membership_role[]),
	private.my_registers(),
	private.is_my_ward(uuid, text),
	private.is_list(anyarray),
	private.shared_columns(),
	private.tombstone(jsonb),
	private.refuse(text, text)
to authenticated;
grant execute on function
	private.read_cursor(text, xid8),
	private.is_stale(text, xid8, xid8),
	private.page_query(text),
	private.branch_query(text, text, text, text, text),
	private.sort_order(text),
	private.count_of_scope(text)
to authenticated;
grant execute on function
	private.record_schema(),
	private.sentence(text),
	private.is_synced(text),
	private.is_uuid(text),
	private.is_mine(text, uuid),
	private.check_mutation(jsonb),
	private.read_values(text, jsonb),
	private.insert_record(text, uuid, jsonb),
	private.lock_record(text, uuid),
	private.update_record(text, uuid, jsonb, jsonb),
	private.their_change(text, jsonb, text),
	private.delete_record(text, uuid),
	private.broken_constraint(regclass, text),
	private.rejection(text, text, text, text, text, text),
	private.settle(jsonb),
	private.check_push(uuid, jsonb)
to authenticated;
grant select on private.synced_tables, private.merge_rules to authenticated;

-- Sync's own tables.
grant select on public.sync_exits, public.sync_epoch to authenticated;
grant select, insert (client_id, mid, verdict) on public.sync_mutations to authenticated;

-- Records. A council is made by create_council(), history by triggers; nobody deletes for good.
grant select on
	public.councils, public.profiles, public.memberships, public.localities, public.areas,
	public.plans, public.objectives, public.actions,
	public.organisations, public.places,
	public.engagement_logs,
	public.audit_log
to authenticated;

grant update (code, name) on public.councils to authenticated;

grant insert (id, council_id, user_id, full_name) on public.profiles to authenticated;
grant update (full_name, deleted_at) on public.profiles to authenticated;

grant insert (id, council_id, user_id, role, locality_id, cleared) on public.memberships to authenticated;
grant update (role, locality_id, cleared, deleted_at) on public.memberships to authenticated;

grant insert (id, council_id, name) on public.localities to authenticated;
grant update (name, deleted_at) on public.localities to authenticated;

grant insert (
	id, council_id, code, name, vintage, latitude, longitude, population, deprivation_deciles, hex_q, hex_r,
	locality_id, boundary, boundary_vintage, boundary_source
) on public.areas to authenticated;
grant update (
	code, name, vintage, latitude, longitude, population, deprivation_deciles, hex_q, hex_r,
	locality_id, boundary, boundary_vintage, boundary_source, deleted_at
) on public.areas to authenticated;

grant insert (id, council_id, title, source, status, starts_on, ends_on, published_on) on public.plans to authenticated;
grant update (title, source, status, starts_on, ends_on, published_on, deleted_at) on public.plans to authenticated;

grant insert (
	id, council_id, plan_id, parent_id, kind, reference, title, description, lga_module, position, closed_on
) on public.objectives to authenticated;
grant update (
	plan_id, parent_id, kind, reference, title, description, lga_module, position, closed_on, deleted_at
) on public.objectives to authenticated;

grant insert (
	id, council_id, plan_id, objective_id, reference, title, service, owner, due_on, due_rule, status, rag,
	progress_note, position, source_ref
) on public.actions to authenticated;
grant update (
	plan_id, objective_id, reference, title, service, owner, due_on, due_rule, status, rag,
	progress_note, position, source_ref, deleted_at
) on public.actions to authenticated;

grant insert (id, council_id, name, kind, ward_code, communities, note) on public.organisations to authenticated;
grant update (name, kind, ward_code, communities, note, deleted_at) on public.organisations to authenticated;

grant insert (id, council_id, name, kind, ward_code, latitude, longitude, note) on public.places to authenticated;
grant update (name, kind, ward_code, latitude, longitude, note, deleted_at) on public.places to authenticated;

grant insert (
	id, council_id, type, occurred_on, coverage, ward_code, place_id, organisation_id, objective_id, action_id,
	themes, barriers, heard, people_count, restricted
) on public.engagement_logs to authenticated;
grant update (
	type, occurred_on, coverage, ward_code, place_id, organisation_id, objective_id, action_id,
	themes, barriers, heard, people_count, restricted, deleted_at
) on public.engagement_logs to authenticated;
