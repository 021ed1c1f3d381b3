-- What the policies of Storage call on behalf of whoever asks.

revoke all on function
	private.adds_picture(text),
	private.sees_picture(text),
	private.removes_picture(text),
	private.storage_operation()
from public, anon, authenticated, service_role;

grant execute on function
	private.adds_picture(text),
	private.sees_picture(text),
	private.removes_picture(text),
	private.storage_operation()
to authenticated;
