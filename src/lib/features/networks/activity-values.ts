/** What the form of a network's activity holds. How it is read: activity-schema.ts. */
import type { NetworkActivityFields } from '$lib/records/network/network-activity';

/** In the order of the page: errors are listed so. */
export interface ActivityValues {
	network_id: string;
	kind: string;
	title: string;
	status: string;
	held_on: string;
	attendance: string;
	completions: string;
	headcount: string;
	/** An issue that was raised there; asked of a new activity alone. */
	issue: string;
	/** Whether it goes before the steering group as a proposal. */
	propose: boolean;
	objective_id: string;
	action_id: string;
	place_id: string;
	partner_ids: string[];
	programmes: string[];
	note: string;
}

/** A new activity, held today. */
export function emptyActivity(today: string, start: Partial<ActivityValues> = {}): ActivityValues {
	return {
		network_id: '',
		kind: '',
		title: '',
		status: 'held',
		held_on: today,
		attendance: '',
		completions: '',
		headcount: '',
		issue: '',
		propose: true,
		objective_id: '',
		action_id: '',
		place_id: '',
		partner_ids: [],
		programmes: [],
		note: '',
		...start
	};
}

export function activityValuesOf(row: NetworkActivityFields): ActivityValues {
	return emptyActivity(row.held_on, {
		network_id: row.network_id,
		kind: row.kind,
		title: row.title,
		status: row.status,
		attendance: row.attendance?.toString() ?? '',
		completions: row.completions?.toString() ?? '',
		headcount: row.headcount?.toString() ?? '',
		objective_id: row.objective_id,
		action_id: row.action_id ?? '',
		place_id: row.place_id ?? '',
		partner_ids: [...row.partner_ids],
		programmes: [...row.programmes],
		note: row.note
	});
}

export interface ActivityOutput {
	activity: NetworkActivityFields;
	/** '' where none was raised. */
	issue: string;
	propose: boolean;
}

/** Which of the numbers a kind of activity and its status ask for; what is not asked is not kept. */
export function asked({ kind, status }: Pick<ActivityValues, 'kind' | 'status'>) {
	const isHeld = status === 'held';
	const isTraining = kind === 'training';
	return {
		attendance: isHeld,
		issue: isHeld,
		completions: isHeld && isTraining,
		headcount: isTraining
	};
}
