import { formatDate } from '../time/dates';
import type { WardActivity, WardFigures } from './activity';
import { toMapValues, type Measure } from './measures';

/** One ward in the table that stands beside every map, in words. */
export interface ActivityRow {
	code: string;
	name: string;
	contacts: string;
	people: string;
	events: string;
	grants: string;
	issues: string;
	lastContact: string;
}

/** Said of a small number, and of one that would give a small one away. */
const HELD_BACK = 'held back';

/** What the table can be sorted by. */
export type RowOrder = 'name' | Measure;

/**
 * The wards as table rows. By name they run from A to Z; by a measure the ward that most needs a
 * visit comes first: fewest contacts, fewest people, most open issues, longest without contact.
 *
 * Figures that are held back sort together after none, so the order tells nothing of them.
 */
export function activityRows(activity: WardActivity, order: RowOrder): ActivityRow[] {
	const byName = (a: WardFigures, b: WardFigures) => a.name.localeCompare(b.name, 'en-GB');
	const wards = [...activity.wards].sort(byName);
	if (order !== 'name') {
		const need = needOf(activity, order);
		wards.sort((a, b) => need(a) - need(b));
	}
	return wards.map((ward) => rowOf(ward));
}

function needOf(activity: WardActivity, measure: Measure): (ward: WardFigures) => number {
	const values = new Map(toMapValues(activity, measure).map((value) => [value.code, value]));
	return ({ code }) => {
		const { value = null, suppressed = false } = values.get(code) ?? {};
		if (measure === 'issues') return suppressed ? -0.5 : -(value ?? 0);
		if (measure === 'days_since') return value === null ? -Number.MAX_VALUE : -value;
		return suppressed ? 0.5 : (value ?? 0);
	};
}

function rowOf(ward: WardFigures): ActivityRow {
	const {
		code,
		name,
		contacts,
		people,
		events,
		grants_pence,
		open_issues,
		last_contact,
		suppressed
	} = ward;
	const figure = (value: number | null) => value?.toLocaleString('en-GB') ?? HELD_BACK;
	const lastContact = last_contact === null ? 'none' : formatDate(last_contact);
	return {
		code,
		name,
		contacts: figure(contacts),
		people: figure(people),
		events: figure(events),
		grants: `£${Math.round(grants_pence / 100).toLocaleString('en-GB')}`,
		issues: figure(open_issues),
		lastContact: suppressed ? HELD_BACK : lastContact
	};
}
