/** What a tally must look like. Its words are apart (tally-answers.ts): only the form and a log's own page need them. */
import * as z from 'zod/mini';
import {
	answersIn,
	characteristics,
	MAX_PEOPLE,
	MAX_TALLIES,
	PREFER_NOT,
	UNKNOWN,
	type Characteristic
} from './tallies';

/** The codes of seeds/code-lists/equality.json, as the migration has them. */
const CODES: Record<Characteristic, string> = {
	age: 'under_16 16_24 25_34 35_44 45_54 55_64 65_74 75_over',
	ethnic_group: `white_british white_irish white_gypsy_irish_traveller white_roma white_other
		mixed_white_black_caribbean mixed_white_black_african mixed_white_asian mixed_other
		asian_indian asian_pakistani asian_bangladeshi asian_chinese asian_other
		black_caribbean black_african black_other other_arab other_any`,
	disability: 'disabled not_disabled',
	sex: 'female male',
	gender_identity: 'same different',
	religion: 'no_religion christian buddhist hindu jewish muslim sikh other',
	sexual_orientation: 'heterosexual gay_lesbian bisexual other',
	community: `low_income carers young_carers care_leavers armed_forces refugees_asylum migrants
		gypsy_roma_traveller homeless social_tenants students lone_parents`
};

/** Every answer to a characteristic, those that are none last. */
export function codesOf(characteristic: Characteristic): string[] {
	return [...CODES[characteristic].split(/\s+/), PREFER_NOT, UNKNOWN];
}

/** Answers by characteristic; none where nobody was asked. */
export const answersSchema = z.object(
	Object.fromEntries(
		characteristics.map((characteristic) => [
			characteristic,
			z.optional(z.enum(codesOf(characteristic)))
		])
	) as Record<Characteristic, z.ZodMiniOptional<z.ZodMiniEnum<Record<string, string>>>>
);

/** The column: at most 100 lines, each of one answer or more and one person or more. */
export const talliesSchema = z
	.array(
		z.object({
			of: answersSchema.check(z.refine((of) => answersIn(of).length > 0)),
			count: z.int().check(z.gte(1), z.lte(MAX_PEOPLE))
		})
	)
	.check(z.maxLength(MAX_TALLIES, `At most ${MAX_TALLIES} groups can be counted on one log`));
