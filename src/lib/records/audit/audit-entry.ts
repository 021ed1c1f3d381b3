import * as z from 'zod/mini';
import type { Json } from '../database.types';
import { defineRecord } from '../define-record';

/** One change to a record, written by the database alone: who (created_by), when (created_at), from what to what. */
export const auditEntry = defineRecord({
	table: 'audit_log',
	schema: z.object({
		table_name: z.string(),
		row_id: z.uuid(),
		/** The row_version that the change made. */
		version: z.int(),
		/** Column -> { from, to }. */
		changes: z.custom<NonNullable<Json>>(),
		/** False: what somebody wrote where somebody else had changed it first (`from` stands), left for a person to decide. */
		taken: z.boolean()
	})
});
