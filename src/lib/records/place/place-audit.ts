import * as z from 'zod/mini';
import { Constants } from '../database.types';
import { defineRecord, type FieldsOf } from '../define-record';
import { CRITERIA } from './audit-score';

const { Enums } = Constants.public;

/** The longest note that the server takes. */
export const AUDIT_NOTE_MAX = 10_000;

/** Null: not looked at. */
const answer = z.nullable(z.enum(Enums.audit_answer));

/** How well a place provides what people need to get in and use it, as one person found it on one day. */
export const placeAudit = defineRecord({
	table: 'place_audits',
	schema: z.object({
		place_id: z.uuid(),
		/** Decides which criteria are asked; the others stay null. */
		kind: z.enum(Enums.audit_kind),
		audited_on: z.iso.date('Enter the date of the audit'),
		step_free: answer,
		entrance: answer,
		gate_width: answer,
		paths: answer,
		parking: answer,
		public_transport: answer,
		signage: answer,
		lighting: answer,
		seating: answer,
		toilets: answer,
		hearing_loop: answer,
		quiet_room: answer,
		/** Per cent (audit-score.ts); the server reckons again. */
		score: z.nullable(z.int()),
		next_audit_on: z.iso.date('Enter when the next audit is due'),
		note: z.string().check(z.maxLength(AUDIT_NOTE_MAX))
	}),
	columns: {
		place_id: { label: 'Place', names: 'places' },
		kind: { label: 'Kind of audit', list: 'audit_kind' },
		audited_on: { label: 'Date', date: true },
		score: { label: 'Score in per cent' },
		...Object.fromEntries(
			Object.entries(CRITERIA).map(([criterion, { label }]) => [
				criterion,
				{ label, list: 'audit_answer' as const }
			])
		),
		next_audit_on: { label: 'Next audit due', date: true },
		note: { label: 'Note' }
	}
});

export type PlaceAuditFields = FieldsOf<'place_audits'>;
