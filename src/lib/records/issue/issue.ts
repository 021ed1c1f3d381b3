import * as z from 'zod/mini';
import { Constants } from '../database.types';
import { defineRecord, type FieldsOf } from '../define-record';
import { ISSUE_TEXT_MAX } from './issue-rules';

const { Enums } = Constants.public;

const text = (name: string) =>
	z
		.string()
		.check(
			z.maxLength(
				ISSUE_TEXT_MAX,
				`${name} must be ${ISSUE_TEXT_MAX.toLocaleString('en-GB')} characters or fewer`
			)
		);
const moment = z.iso.datetime({ offset: true });

/** What was reported and must be put right by a day: graffiti, a barrier at a door, the follow-up of a hate incident. */
export const issue = defineRecord({
	table: 'issues',
	schema: z.object({
		kind: z.enum(Enums.issue_kind, 'Select what kind of issue it is'),
		what: text('What is wrong').check(z.minLength(1, 'Enter what is wrong')),
		/** GSS code; null where it is not in one ward. */
		ward_code: z.nullable(z.string()),
		place_id: z.nullable(z.uuid()),
		/** Where it is, in degrees (WGS 84); none for what is restricted. */
		latitude: z.nullable(z.number().check(z.gte(-90), z.lte(90))),
		longitude: z.nullable(z.number().check(z.gte(-180), z.lte(180))),
		/** The contact in which it was heard of. */
		log_id: z.nullable(z.uuid()),
		/** As the officer states it; the deadline begins with it. */
		reported_at: moment,
		/** The last day to deal with it (issue-rules.ts); the server reckons again. */
		due_on: z.iso.date(),
		status: z.enum(Enums.issue_status, 'Select how it stands'),
		/** When it was put right, or found that it cannot be. */
		resolved_at: z.nullable(moment),
		/** What was done, or why it cannot be put right. */
		outcome: text('What came of it'),
		/** The user id of the person who deals with it. */
		owner_id: z.nullable(z.uuid()),
		/** Off the map and out of lists: the author's device and the cleared register alone. */
		restricted: z.boolean()
	}),
	columns: {
		kind: { label: 'Kind of issue', list: 'issue_kind' },
		what: { label: 'What is wrong' },
		ward_code: { label: 'Ward', names: 'areas', by: 'code' },
		place_id: { label: 'Place', names: 'places' },
		latitude: { label: 'Latitude' },
		longitude: { label: 'Longitude' },
		log_id: { label: 'Heard in', names: 'engagement_logs' },
		reported_at: { label: 'Reported', moment: true },
		due_on: { label: 'Due', date: true },
		owner_id: { label: 'Dealt with by', names: 'profiles', by: 'user_id' },
		status: { label: 'Status', list: 'issue_status' },
		outcome: { label: 'What came of it' },
		resolved_at: { label: 'Finished', moment: true },
		restricted: { label: 'Restricted' }
	}
});

export type IssueFields = FieldsOf<'issues'>;
