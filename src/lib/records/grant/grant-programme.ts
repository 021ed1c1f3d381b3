import * as z from 'zod/mini';
import { Constants } from '../database.types';
import { defineRecord, type FieldsOf } from '../define-record';
import type { Criterion } from './grant-score';
import { criteriaSchema } from './grant-score-schema';
import { PROGRAMME_TEXT_MAX } from './limits';

const text = (max: number) => z.string().check(z.maxLength(max));

/** Money that the council gives away by the same rules, in rounds. */
export const grantProgramme = defineRecord({
	table: 'grant_programmes',
	schema: z.object({
		name: text(PROGRAMME_TEXT_MAX.name).check(z.minLength(1)),
		about: text(PROGRAMME_TEXT_MAX.about),
		/** Of the council, which looks after it. */
		service: text(PROGRAMME_TEXT_MAX.service),
		/** What its grants serve, unless one says otherwise. */
		objective_id: z.uuid(),
		opens_on: z.nullable(z.iso.date()),
		closes_on: z.nullable(z.iso.date()),
		/** By which applications are scored; a round in which one has been keeps its own. */
		criteria: criteriaSchema,
		/** Priorities of the whole council, by name, that its grants may be counted towards. */
		council_priorities: z
			.array(text(PROGRAMME_TEXT_MAX.council_priority).check(z.minLength(1)))
			.check(z.maxLength(10, 'A programme has 10 council priorities at most')),
		status: z.enum(Constants.public.Enums.grant_programme_status)
	}),
	columns: {
		name: { label: 'Name' },
		status: { label: 'Status', list: 'grant_programme_status' },
		about: { label: 'What it is for' },
		service: { label: 'Service' },
		objective_id: { label: 'Serves', names: 'objectives' },
		opens_on: { label: 'Opens', date: true },
		closes_on: { label: 'Closes', date: true },
		criteria: { label: 'Scored by', says: criteriaInWords },
		council_priorities: { label: 'Council priorities' }
	}
});

export type GrantProgrammeFields = FieldsOf<'grant_programmes'>;

/** "Need (weight 3, 5 points), Reach (weight 1, 10 points)" */
export function criteriaInWords(criteria: readonly Criterion[]): string {
	return criteria
		.map(({ label, weight, max }) => `${label} (weight ${weight}, ${max} points)`)
		.join(', ');
}
