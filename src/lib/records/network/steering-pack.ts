import * as z from 'zod/mini';
import { defineRecord, type FieldsOf } from '../define-record';

/** The sections of a pack, in the order of the page. */
export const PACK_SECTIONS = {
	actions: 'Overdue and red actions',
	new_issues: 'New issues raised',
	open_issues: 'Issues still open from earlier packs',
	decisions: 'Decisions since the last meeting',
	action_points: 'Action points still open',
	assessments: 'Assessments due'
} as const;

export type PackSection = keyof typeof PACK_SECTIONS;

/** One entry: its record, what it says, and facts to read beside it. Words, so that it reads the same later. */
const line = z.object({ id: z.uuid(), title: z.string(), facts: z.array(z.string()) });
export type PackLine = z.infer<typeof line>;

const contentSchema = z.object(
	Object.fromEntries(Object.keys(PACK_SECTIONS).map((name) => [name, z.array(line)])) as Record<
		PackSection,
		z.ZodMiniArray<typeof line>
	>
);
export type PackContent = Record<PackSection, PackLine[]>;

/** What the steering group had before it at a meeting, kept as it was when the papers were made. */
export const steeringPack = defineRecord({
	table: 'steering_packs',
	schema: z.object({
		/** The steering group. */
		network_id: z.uuid(),
		meeting_on: z.iso.date(),
		/** The day of the meeting before. */
		since: z.iso.date(),
		made_on: z.iso.date(),
		content: contentSchema
	}),
	columns: {
		network_id: { label: 'Steering group', names: 'networks' },
		meeting_on: { label: 'For the meeting on', date: true },
		since: { label: 'Since', date: true },
		made_on: { label: 'Made on', date: true }
	}
});

export type SteeringPackFields = FieldsOf<'steering_packs'>;
