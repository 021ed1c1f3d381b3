import { jwtVerify } from 'jose';
import type { Sql } from 'postgres';
import * as z from 'zod';

const claimsSchema = z.looseObject({
	sub: z.string(),
	role: z.literal('authenticated'),
	exp: z.number()
});

/** What a valid access token says about who carries it. */
export type Claims = z.infer<typeof claimsSchema>;

/** The claims of a signed-in person's access token; null when it is forged, expired or somebody else's kind. */
export async function verifyToken(token: unknown, jwtSecret: string): Promise<Claims | null> {
	if (typeof token !== 'string') return null;
	try {
		const key = new TextEncoder().encode(jwtSecret);
		const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'] });
		return claimsSchema.safeParse(payload).data ?? null;
	} catch {
		return null;
	}
}

/**
 * Whether somebody may listen to a topic. Asked as hosted Supabase asks it: a message on the topic is
 * put into `realtime.messages`, read as that person under the table's policies, and taken back.
 */
export async function mayListen(sql: Sql, topic: string, claims: Claims): Promise<boolean> {
	let seen = false;
	await sql
		.begin(async (tx) => {
			await tx`insert into realtime.messages (topic, extension, event, private)
				values (${topic}, 'broadcast', 'probe', true)`;
			await tx`select
				set_config('request.jwt.claims', ${JSON.stringify(claims)}, true),
				set_config('request.jwt.claim.sub', ${claims.sub}, true),
				set_config('request.jwt.claim.role', ${claims.role}, true),
				set_config('realtime.topic', ${topic}, true)`;
			await tx`set local role authenticated`;
			seen = (await tx`select from realtime.messages where topic = ${topic}`).length > 0;
			throw new TakeBack();
		})
		.catch((error: unknown) => {
			if (!(error instanceof TakeBack)) throw error;
		});
	return seen;
}

/** Ends the probe's transaction without keeping its row. */
class TakeBack extends Error {}
