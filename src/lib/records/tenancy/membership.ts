import * as z from 'zod/mini';
import { Constants } from '../database.types';
import { defineRecord } from '../define-record';

/** Ties a person to a council in one role; officers to a locality. One person may hold several. */
export const membership = defineRecord({
	table: 'memberships',
	schema: z.object({
		user_id: z.uuid(),
		role: z.enum(Constants.public.Enums.membership_role),
		locality_id: z.nullable(z.uuid()),
		/** May read the register of restricted logs. */
		cleared: z.boolean()
	})
});

export type Role = (typeof Constants.public.Enums.membership_role)[number];
