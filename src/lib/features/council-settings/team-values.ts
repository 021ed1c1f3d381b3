/** What the form of the council's team for hate incidents holds, and how it becomes columns of the council. */
import * as z from 'zod/mini';
import type { FieldsOf } from '$lib/records/define-record';
import { hateTeamFields } from '$lib/records/tenancy/council';

export type TeamValues = Pick<
	FieldsOf<'councils'>,
	'hate_team_name' | 'hate_team_phone' | 'hate_team_url' | 'hate_team_hours'
>;

export function valuesOfTeam(row: FieldsOf<'councils'>): TeamValues {
	const { hate_team_name, hate_team_phone, hate_team_url, hate_team_hours } = row;
	return { hate_team_name, hate_team_phone, hate_team_url, hate_team_hours };
}

/** Reads what was typed: a web address may leave out its beginning, a number may have brackets and dashes. */
export const teamSchema: z.ZodMiniType<TeamValues, TeamValues> = z.pipe(
	z.pipe(
		z.custom<TeamValues>(),
		z.transform((typed) => ({
			hate_team_name: typed.hate_team_name.trim(),
			hate_team_phone: typed.hate_team_phone.replace(/[()-]/g, ' ').replace(/\s+/g, ' ').trim(),
			hate_team_url: withScheme(typed.hate_team_url.trim()),
			hate_team_hours: typed.hate_team_hours.trim()
		}))
	),
	z.object(hateTeamFields)
);

function withScheme(address: string): string {
	return /^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(address) ? `https://${address}` : address;
}
