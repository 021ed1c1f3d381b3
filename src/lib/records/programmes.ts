/** Programmes that records belong to, by name: what people type, and choose from once it is in use. */
import * as z from 'zod/mini';

/** What the name of a programme may be at most, and how many a record belongs to. */
export const PROGRAMME_MAX = 60;
export const PROGRAMMES_MAX = 15;

/** The column `programmes`. */
export const programmesSchema = z
	.array(
		z
			.string()
			.check(
				z.minLength(1),
				z.maxLength(
					PROGRAMME_MAX,
					`The name of a programme must be ${PROGRAMME_MAX} characters or fewer`
				)
			)
	)
	.check(z.maxLength(PROGRAMMES_MAX, `Select ${PROGRAMMES_MAX} programmes or fewer`));
