import * as z from 'zod/mini';
import { Constants } from '../database.types';
import { defineRecord } from '../define-record';

/** A group, partner or body that officers work with. Organisations come before people: no residents' names are kept. */
export const organisation = defineRecord({
	table: 'organisations',
	schema: z.object({
		name: z.string().check(z.minLength(1, 'Enter the name of the organisation'), z.maxLength(200)),
		kind: z.enum(Constants.public.Enums.organisation_kind),
		ward_code: z.nullable(z.string()),
		communities: z.array(z.string()),
		note: z.nullable(z.string().check(z.maxLength(10_000)))
	}),
	columns: {
		name: { label: 'Name' },
		kind: { label: 'Kind of organisation', list: 'organisation_kind' },
		ward_code: { label: 'Ward', names: 'areas', by: 'code' },
		communities: { label: 'Communities' },
		note: { label: 'Note' }
	}
});
