import * as z from 'zod/mini';
import { defineRecord } from '../define-record';

/** The longest note that the server takes. */
export const EVIDENCE_NOTE_MAX = 1000;

/** A log that an assessment stands on: what was heard. */
export const assessmentEvidence = defineRecord({
	table: 'assessment_evidence',
	schema: z.object({
		assessment_id: z.uuid(),
		log_id: z.uuid(),
		/** Why it matters here. */
		note: z.string().check(z.maxLength(EVIDENCE_NOTE_MAX))
	}),
	columns: {
		assessment_id: { label: 'Assessment', names: 'assessments' },
		log_id: { label: 'Log', names: 'engagement_logs' },
		note: { label: 'Why it matters' }
	}
});
