-- What sync_pull and sync_push call on behalf of whoever asks. A new function is everybody's until it is taken back.
revoke all on function
	public.sync_pull(text, jsonb, integer),
	private.row_query(text),
	private.visible_rows(jsonb)
from public, anon, service_role;
grant execute on function
	public.sync_pull(text, jsonb, integer),
	private.row_query(text),
	private.visible_rows(jsonb)
to authenticated;
