import type { Sql } from 'postgres';

/** The password of every demo person, as the seeds have it. */
const DEMO_PASSWORD = 'common-ground-demo';

/** What to do next, printed below the ready line: who can sign in, or how to begin with nothing. */
export async function welcome(sql: Sql, seed: 'demo' | 'none'): Promise<string> {
	if (seed === 'none')
		return 'Nothing is here yet. Open the page and make the first account: it becomes the administrator of your council.';
	const people = await sql<{ email: string; roles: string }[]>`
		select email, string_agg(replace(role::text, '_', ' '), ', ' order by role) as roles
		from auth.users join public.memberships on memberships.user_id = users.id
		where email like '%@example.org' and deleted_at is null
		group by email order by email`;
	const width = Math.max(0, ...people.map(({ email }) => email.length));
	return [
		`Sign in as one of the demo people, password ${DEMO_PASSWORD}:`,
		...people.map(({ email, roles }) => `  ${email.padEnd(width)}  ${roles}`)
	].join('\n');
}
