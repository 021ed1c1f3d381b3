/** Engagement logs as the server sends them, in any number; the same ones every time. */
import type { EngagementLogFields } from '../../src/lib/records/engagement/engagement-log';
import { codeList } from '../../src/lib/records/code-lists';
import type { Row } from '../../src/lib/records/registry';
import { createRandom, wholeNumber, type Random } from '../../seeds/demo/random';

export type Log = Row<'engagement_logs'>;

export const COUNCIL = '924c0e11-0000-4000-8000-000000000001';
const LOCALITIES = 4;
const WARDS = 30;
const STAMP = '2026-11-16T10:00:00+00:00';

const words =
	'bus stop fare school uniform heating damp rent food bank carer letter English class park bench lighting crossing youth club prayer room toilet ramp form online appointment surgery neighbour allotment lunch group cost trust'.split(
		' '
	);

export const wards = Array.from({ length: WARDS }, (_, index) => `E0501${3000 + index}`);

/** A number of rows; another `seed` gives other ones. */
export function logs(count: number, seed = 1): Log[] {
	const random = createRandom(seed);
	return Array.from({ length: count }, () => log(random));
}

/** What a form would hand to the store. */
export function fields(random: Random): EngagementLogFields & { council_id: string } {
	return {
		council_id: COUNCIL,
		type: 'conversation',
		occurred_on: day(random),
		coverage: 'ward',
		ward_code: one(random, wards),
		place_id: uuid(random),
		organisation_id: null,
		objective_id: uuid(random, 40),
		action_id: uuid(random, 60),
		themes: [one(random, themes), one(random, themes)],
		barriers: [],
		heard: Array.from({ length: 24 }, () => one(random, words)).join(' '),
		people_count: wholeNumber(random, 1, 60),
		tallies: [],
		hate_incident: false,
		signposted: [],
		partner_ids: [],
		councillor_present: false,
		audiences: [],
		sentiment: null,
		needed: '',
		strengths: [],
		strong: '',
		connected_organisation_ids: [],
		channel: null,
		languages: [],
		resources: [],
		programmes: [],
		safety_messages: null,
		restricted: false
	};
}

const themes = codeList('engagement_theme').map(
	({ code }) => code as EngagementLogFields['themes'][number]
);

function log(random: Random): Log {
	const author = uuid(random, 25);
	return {
		...fields(random),
		id: uuid(random),
		scope: `locality:${uuid(random, LOCALITIES)}`,
		row_version: 1,
		field_versions: {},
		created_by: author,
		created_at: STAMP,
		updated_by: author,
		updated_at: STAMP,
		deleted_at: null
	};
}

function one<T>(random: Random, items: readonly T[]): T {
	return items[Math.floor(random() * items.length)] as T;
}

/** A random id; where `among` is given, one of so many. */
export function uuid(random: Random, among?: number): string {
	const draw = among === undefined ? random : createRandom(Math.floor(random() * among) + among);
	const hex = Array.from({ length: 30 }, () => Math.floor(draw() * 16).toString(16)).join('');
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-a${hex.slice(15, 18)}-${hex.slice(18, 30)}`;
}

function day(random: Random): string {
	return new Date(Date.UTC(2022, 0, 1 + Math.floor(random() * 1780))).toISOString().slice(0, 10);
}
