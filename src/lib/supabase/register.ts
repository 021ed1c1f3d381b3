/** The register of restricted logs, asked for through supabase-js. */
import * as z from 'zod/mini';
import { Failure } from '$lib/errors/failure';
import type { Register } from '$lib/insight/register';
import { syncedColumnsSchema } from '$lib/records/define-record';
import type { Row } from '$lib/records/registry';
import { callAs } from './call';

/** What a row holds beyond the shared columns the database vouches for. */
const rows = z.array(z.looseObject(syncedColumnsSchema.shape));

/** @param userId who asks: the server answers nobody who is not cleared */
export function registerFor(userId: string): Register {
	return {
		async logs({ since, until }, ward) {
			const data = await callAs(userId, (client) =>
				client.rpc('read_register', { since, until, ...(ward !== null && { ward }) })
			);
			const parsed = rows.safeParse(data);
			if (!parsed.success) throw new Failure('unavailable', parsed.error.message);
			return parsed.data as unknown as Row<'engagement_logs'>[];
		}
	};
}
