revoke all on function
	private.census_answer(text, text),
	private.counted_people(uuid, date, date, integer),
	public.representativeness(date, date, text, text)
from public, anon, authenticated, service_role;
grant execute on function public.representativeness(date, date, text, text) to authenticated;
