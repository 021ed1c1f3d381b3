/** Figures from the database, asked for through supabase-js. */
import { Failure } from '$lib/errors/failure';
import { wardActivitySchema } from '$lib/insight/activity';
import type { Figures } from '$lib/insight/figures';
import { callAs } from './call';

/** @param userId who asks: figures depend on what the person may see */
export function figuresFor(userId: string): Figures {
	return {
		async wardActivity({ since, until, objectiveId }) {
			const data = await callAs(userId, (client) =>
				client.rpc('ward_activity', {
					since,
					until,
					...(objectiveId !== null && { objective: objectiveId })
				})
			);
			const parsed = wardActivitySchema.safeParse(data);
			if (!parsed.success) throw new Failure('unavailable', parsed.error.message);
			return parsed.data;
		}
	};
}
