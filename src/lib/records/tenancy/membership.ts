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
		cleared: z.boolean(),
		/** An officer who takes in, scores and awards grants; managers and administrators do so anyway. */
		handles_grants: z.boolean(),
		/** The network that a champion works for: one membership for each. */
		network_id: z.nullable(z.uuid())
	})
});

export type Role = (typeof Constants.public.Enums.membership_role)[number];
