/** Figures from the database, asked for through supabase-js. */
import { Failure } from '$lib/errors/failure';
import { activityByMonthSchema, wardActivitySchema } from '$lib/insight/activity';
import type { ActivityQuery, Figures } from '$lib/insight/figures';
import { gapsSchema } from '$lib/insight/gaps';
import { reportFiguresSchema } from '$lib/insight/report-figures';
import { representativenessSchema } from '$lib/insight/representativeness';
import { callAs } from './call';

/** @param userId who asks: figures depend on what the person may see */
export function figuresFor(userId: string): Figures {
	return {
		async wardActivity(query, purpose = 'screen') {
			const data = await callAs(userId, (client) =>
				client.rpc('ward_activity', { ...asked(query), purpose })
			);
			return parsed(wardActivitySchema, data);
		},
		async activityByMonth(query) {
			const data = await callAs(userId, (client) => client.rpc('activity_by_month', asked(query)));
			return parsed(activityByMonthSchema, data);
		},
		async gaps({ since, until }) {
			const data = await callAs(userId, (client) => client.rpc('gaps', { since, until }));
			return parsed(gapsSchema, data);
		},
		async representativeness({ since, until }, ward) {
			const data = await callAs(userId, (client) =>
				client.rpc('representativeness', { since, until, ...(ward !== null && { ward }) })
			);
			return parsed(representativenessSchema, data);
		},
		async report(day) {
			const data = await callAs(userId, (client) => client.rpc('report_figures', { day }));
			return parsed(reportFiguresSchema, data);
		}
	};
}

function asked({ since, until, objectiveId, only }: ActivityQuery) {
	const { kind, value } = only ?? { kind: 'all', value: '' };
	return { since, until, kind, value, ...(objectiveId !== null && { objective: objectiveId }) };
}

interface Schema<Answer> {
	safeParse(
		data: unknown
	): { success: true; data: Answer } | { success: false; error: { message: string } };
}

function parsed<Answer>(schema: Schema<Answer>, data: unknown): Answer {
	const result = schema.safeParse(data);
	if (!result.success) throw new Failure('unavailable', result.error.message);
	return result.data;
}
