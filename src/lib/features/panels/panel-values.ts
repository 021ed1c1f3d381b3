/** What the form of a panel snapshot holds. How it is read: panel-schema.ts. */
import { talliesOf, type Tally } from '$lib/records/engagement/tallies';
import type { PanelFields } from '$lib/records/panel/panel-snapshot';

/** In the order of the page: errors are listed so. */
export interface PanelValues {
	title: string;
	taken_on: string;
	people_count: string;
	tallies: Tally[];
	note: string;
}

export function emptyPanel(): PanelValues {
	return { title: '', taken_on: '', people_count: '', tallies: [], note: '' };
}

export function panelValuesOf(panel: PanelFields): PanelValues {
	return {
		title: panel.title,
		taken_on: panel.taken_on,
		people_count: panel.people_count.toString(),
		tallies: talliesOf(panel),
		note: panel.note
	};
}
