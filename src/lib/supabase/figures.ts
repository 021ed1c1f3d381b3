/** Figures from the database, asked for through supabase-js. */
import { Failure } from '$lib/errors/failure';
import { wardActivitySchema, type WardActivity } from '$lib/insight/activity';
import type { ActivityQuery, Figures } from '$lib/insight/figures';
import { supabaseClient } from './client';
import { toFailure } from './failures';

async function wardActivity({ since, until, objectiveId }: ActivityQuery): Promise<WardActivity> {
	const client = await supabaseClient();
	const { data, error, status } = await client.rpc('ward_activity', {
		since,
		until,
		...(objectiveId !== null && { objective: objectiveId })
	});
	if (error) throw toFailure(error, status);
	const parsed = wardActivitySchema.safeParse(data);
	if (!parsed.success) throw new Failure('unavailable', parsed.error.message);
	return parsed.data;
}

export const figures: Figures = { wardActivity };
