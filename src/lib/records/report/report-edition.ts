import * as z from 'zod/mini';
import { defineRecord, type FieldsOf } from '../define-record';
import { reportDocumentSchema } from './report-document';

/** An annual report as it was published: never changed afterwards. */
export const reportEdition = defineRecord({
	table: 'report_editions',
	schema: z.object({
		report_id: z.uuid(),
		made_on: z.iso.date(),
		content: reportDocumentSchema,
		/** The HTML file that was published, to the byte. */
		page: z.string().check(z.minLength(1))
	}),
	columns: {
		report_id: { label: 'Report', names: 'progress_reports' },
		made_on: { label: 'Kept on', date: true }
	}
});

export type ReportEditionFields = FieldsOf<'report_editions'>;
