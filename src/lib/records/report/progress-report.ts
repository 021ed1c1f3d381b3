import * as z from 'zod/mini';
import { defineRecord, type FieldsOf } from '../define-record';
import { REPORT_MAX } from './limits';

const words = z.string().check(z.maxLength(REPORT_MAX));

/** What managers write in the annual report on a plan, beside its figures (Equality Act 2010 (SI 2017/353), regulation 4). */
export const progressReport = defineRecord({
	table: 'progress_reports',
	schema: z.object({
		plan_id: z.uuid(),
		/** The first day of the financial year that it is on, 1 April. */
		year_from: z.iso.date().check(z.regex(/-04-01$/)),
		foreword: words,
		achieved: words,
		setbacks: words,
		next_steps: words
	}),
	columns: {
		plan_id: { label: 'Plan', names: 'plans' },
		year_from: { label: 'Year from', date: true },
		foreword: { label: 'Foreword' },
		achieved: { label: 'What we achieved' },
		setbacks: { label: 'What did not go as planned' },
		next_steps: { label: 'What we will do next' }
	}
});

export type ProgressReportFields = FieldsOf<'progress_reports'>;
