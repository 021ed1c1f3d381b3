/** What the map shows, as its address says it: `/map?period=since_april&only=theme%3Ahousing&show=people`. */
import type { CodeListName } from '$lib/records/code-lists';
import type { ActivityQuery, Only } from '$lib/insight/figures';
import { measures, type Measure } from '$lib/insight/measures';
import { periodOf, periodPresets, type PeriodPreset } from '$lib/insight/periods';

/** What contacts can be narrowed to, and the words for its codes. */
export const NARROWED = {
	theme: { label: 'A theme', list: 'engagement_theme' },
	group: { label: 'A group', list: 'community' },
	type: { label: 'A kind of contact', list: 'engagement_type' }
} as const satisfies Partial<Record<Only['kind'], { label: string; list: CodeListName }>>;

export type Narrowed = keyof typeof NARROWED;

/** Empty values are left out of the address. */
export interface MapFilter {
	period: PeriodPreset;
	/** An objective or a priority; '' for all. */
	priority: string;
	/** What contacts are narrowed to, and its code, which may be to come. */
	only: Narrowed | '';
	value: string;
	show: Measure;
	perThousand: boolean;
	boundaries: boolean;
	/** The ward that is looked at; '' for none. */
	ward: string;
}

const START: MapFilter = {
	period: 'last_3_months',
	priority: '',
	only: '',
	value: '',
	show: 'contacts',
	perThousand: false,
	boundaries: false,
	ward: ''
};

/** Reads an address; what it does not know is left out. */
export function filterFrom(query: URLSearchParams): MapFilter {
	const of = (name: keyof MapFilter) => query.get(name) ?? '';
	const only = Object.hasOwn(NARROWED, of('only')) ? (of('only') as Narrowed) : '';
	return {
		period: periodPresets.find(({ code }) => code === of('period'))?.code ?? START.period,
		priority: of('priority'),
		only,
		value: only && of('value'),
		show: measures.find(({ code }) => code === of('show'))?.code ?? START.show,
		perThousand: of('perThousand') === 'true',
		boundaries: of('boundaries') === 'true',
		ward: of('ward')
	};
}

export function addressOf(filter: MapFilter): string {
	const said = (Object.keys(START) as (keyof MapFilter)[])
		.filter((name) => filter[name] !== START[name])
		.map((name) => [name, String(filter[name])]);
	return said.length > 0 ? `/map?${new URLSearchParams(said)}` : '/map';
}

/** Whether anything but the picture was chosen. */
export function isNarrowed({ period, priority, only }: MapFilter): boolean {
	return period !== START.period || priority !== '' || only !== '';
}

/** The filter without what narrows it. */
export function widened(filter: MapFilter): MapFilter {
	const { period, priority, only, value } = START;
	return { ...filter, period, priority, only, value };
}

/** @param today `YYYY-MM-DD` */
export function queryOf(
	{ period, priority, only, value }: MapFilter,
	today: string
): ActivityQuery {
	return {
		...periodOf(period, today),
		objectiveId: priority || null,
		only: only && value ? { kind: only, value } : null
	};
}
