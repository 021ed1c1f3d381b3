import * as z from 'zod/mini';
import { defineRecord } from '../define-record';
import { DESCRIPTION_MAX, PICTURE_MAX } from './limits';

const pixels = z.int().check(z.gte(1), z.lte(PICTURE_MAX.side));

/** A picture that belongs to a record, and is for whoever that is for. Its bytes are named by their sha256. */
export const attachment = defineRecord({
	table: 'attachments',
	schema: z.object({
		/** The record it belongs to: its table, and its id there. */
		table_name: z
			.string()
			.check(
				z.regex(
					/^(engagement_logs|actions|issues|places|place_audits|grant_visits|community_events|event_evaluations)$/
				)
			),
		row_id: z.uuid(),
		/** Of the bytes, in lower-case hexadecimal. */
		sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
		content_type: z.literal('image/jpeg'),
		byte_size: z.int().check(z.gte(1), z.lte(PICTURE_MAX.bytes)),
		width: pixels,
		height: pixels,
		/** What it shows, for people who cannot see it. */
		description: z
			.string()
			.check(
				z.maxLength(
					DESCRIPTION_MAX,
					`What the photo shows must be ${DESCRIPTION_MAX} characters or fewer`
				)
			)
	}),
	columns: {
		row_id: {
			label: 'Belongs to',
			names: [
				'engagement_logs',
				'actions',
				'issues',
				'places',
				'place_audits',
				'grant_visits',
				'community_events',
				'event_evaluations'
			]
		},
		description: { label: 'What it shows' }
	}
});
