/** The map's figures as a spreadsheet and as GeoJSON, with what readers have to know of them. */
import { csvOf } from '$lib/exchange/csv';
import { wardsGeoJson } from '$lib/exchange/geojson';
import type { WardActivity, WardFigures } from '$lib/insight/activity';
import type { Row } from '$lib/records/registry';
import { HELD_BACK } from '$lib/records/report/cells';
import { formatDate } from '$lib/time/dates';
import { wardsToDraw } from './wards-to-draw';

const COLUMNS = [
	['population', 'Residents'],
	['contacts', 'Contacts'],
	['people', 'People reached'],
	['events', 'Events held'],
	['grants_pounds', 'Grants, £'],
	['open_issues', 'Issues open now']
] as const;

/** @param activity as it may leave the council */
export function activityCsv(activity: WardActivity): string {
	return csvOf([
		['Ward code', 'Ward', ...COLUMNS.map(([, label]) => label)],
		...activity.wards.map((ward) => {
			const figures = figuresOf(ward);
			return [
				ward.code,
				ward.name,
				// Who live there is no secret: not known is nothing.
				...COLUMNS.map(([key]) => figures[key] ?? (key === 'population' ? null : HELD_BACK))
			];
		}),
		[],
		[noteOf(activity)]
	]);
}

export function activityGeoJson(
	activity: WardActivity,
	areas: readonly Pick<Row<'areas'>, 'code' | 'boundary'>[]
): string {
	const boundaries = new Map(
		wardsToDraw(activity, areas).map(({ code, boundary }) => [code, boundary ?? null])
	);
	return wardsGeoJson(
		activity.wards.map((ward) => ({
			code: ward.code,
			name: ward.name,
			boundary: boundaries.get(ward.code) ?? null,
			figures: figuresOf(ward)
		})),
		noteOf(activity)
	);
}

function figuresOf({
	population,
	contacts,
	people,
	events,
	grants_pence,
	open_issues
}: WardFigures) {
	return { population, contacts, people, events, grants_pounds: grants_pence / 100, open_issues };
}

function noteOf({
	council,
	since,
	until,
	as_of,
	threshold,
	rounded_to,
	not_shown
}: WardActivity): string {
	const held = `${HELD_BACK}, or null, stands for a number that is held back: it is from 1 to ${threshold - 1}, or would give such a number away. The others are rounded to the nearest ${rounded_to}.`;
	const about = `${council.name}, ${formatDate(since)} to ${formatDate(until)}, as of ${formatDate(as_of.slice(0, 10))}.`;
	return [about, held, not_shown].filter(Boolean).join(' ');
}
