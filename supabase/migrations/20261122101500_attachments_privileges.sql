-- What a picture shows is fixed: its description alone may be put right, and the picture deleted.

revoke all on public.attachments, private.attachment_parents from public, anon, authenticated, service_role;
revoke all on function
	private.scope_of(public.attachments),
	private.check_attachment(),
	private.take_attachments_along(),
	private.keep_attachments(regclass)
from public, anon, authenticated, service_role;

grant select on public.attachments, private.attachment_parents to authenticated;
grant insert (
	id, council_id, table_name, row_id, sha256, content_type, byte_size, width, height, description
) on public.attachments to authenticated;
grant update (description, deleted_at) on public.attachments to authenticated;
