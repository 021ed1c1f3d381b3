import * as z from 'zod/mini';
import { Constants } from '../database.types';
import { defineRecord, type FieldsOf } from '../define-record';

const { Enums } = Constants.public;

/** The longest note that the server takes. */
export const REFERRAL_NOTE_MAX = 1000;

/** That somebody was referred, where to and why: never who. */
export const referral = defineRecord({
	table: 'referrals',
	schema: z.object({
		/** The contact in which it was made; the referral is for whoever that is for. */
		log_id: z.uuid(),
		route_id: z.uuid('Select where you referred them to'),
		reason: z.enum(Enums.referral_reason, 'Select why'),
		referred_on: z.iso.date('Enter the date of the referral'),
		/** `made` until the service answers; `unknown` where no answer is expected any more. */
		status: z.enum(Enums.referral_status, 'Select what the service answered'),
		answered_on: z.nullable(z.iso.date()),
		note: z
			.string()
			.check(
				z.maxLength(
					REFERRAL_NOTE_MAX,
					`The note must be ${REFERRAL_NOTE_MAX.toLocaleString('en-GB')} characters or fewer`
				)
			)
	}),
	columns: {
		route_id: { label: 'Referred to', names: 'referral_routes' },
		reason: { label: 'Why', list: 'referral_reason' },
		referred_on: { label: 'Date', date: true },
		status: { label: 'Answer', list: 'referral_status' },
		answered_on: { label: 'Answered', date: true },
		note: { label: 'Note' },
		log_id: { label: 'Made in', names: 'engagement_logs' }
	}
});

export type ReferralFields = FieldsOf<'referrals'>;
