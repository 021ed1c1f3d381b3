-- Whoever works in the field says how far an action has got. What the action is stays with managers and administrators.

create function private.check_action_progress() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	not_theirs constant text := (
		select name
		from unnest(private.changed_columns(to_jsonb(old), to_jsonb(new))) as name
		where name not in ('status', 'rag', 'progress_note')
		limit 1
	);
begin
	if not_theirs is not null
		and private.current_user_id() is not null
		and new.council_id not in (select private.my_councils('manager', 'admin'))
	then
		perform private.refuse('not_allowed', not_theirs);
	end if;
	return new;
end
$$;
revoke all on function private.check_action_progress() from public;

-- Fires before the stamp (triggers fire by name).
create trigger check_action_progress before update on public.actions
for each row execute function private.check_action_progress();

create policy "officers and champions report progress on actions" on public.actions for update to authenticated
using (council_id in (select private.my_councils('officer', 'champion')));
