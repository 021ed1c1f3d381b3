import * as z from 'zod/mini';
import { defineRecord } from '../define-record';

/** The postcodes of one sector ("OX4 6"), each with the ward that fits it best. */
export const postcodeSector = defineRecord({
	table: 'postcode_sectors',
	schema: z.object({
		sector: z.string().check(z.regex(/^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9]$/)),
		/** A postcode's last two letters -> GSS code of its ward; '' outside the council. Empty: all of it is outside. */
		units: z.record(
			z.string().check(z.regex(/^[A-Z]{2}$/)),
			z.string().check(z.regex(/^([EWSN][0-9]{8})?$/))
		),
		/** When the file was made: "May 2026". */
		vintage: z.string().check(z.minLength(1), z.maxLength(100))
	}),
	columns: {
		sector: { label: 'Sector' },
		vintage: { label: 'Postcodes as of' }
	}
});
