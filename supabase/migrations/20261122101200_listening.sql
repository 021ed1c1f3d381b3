-- Who may listen for pokes: each person to their own scopes. Only where the database has Realtime.
do $$
begin
	if to_regclass('realtime.messages') is not null and to_regprocedure('realtime.topic()') is not null then
		create policy "people hear pokes of their own scopes" on realtime.messages for select to authenticated
		using (extension = 'broadcast' and realtime.topic() in (select private.my_scopes()));
	end if;
end
$$;
