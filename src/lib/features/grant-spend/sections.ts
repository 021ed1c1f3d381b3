/** Where grants went, as the screen and the file say it: one section each, a picture and a table of the same figures. */
import type { Bar } from '$lib/charts/BarChart.svelte';
import type { Cell } from '$lib/exchange/csv';
import {
	averageDecile,
	spendByBand,
	spendByGroup,
	spendByPriority,
	spendByWard,
	type Award,
	type Spend
} from '$lib/insight/grant-spend';
import { formatMoney } from '$lib/money';
import { labelOf } from '$lib/records/code-lists';
import { isAwarded } from '$lib/records/grant/grant-moves';
import type { Row } from '$lib/records/registry';
import type { Column, Row as TableRow } from '$lib/ui/Table.svelte';
import { BAND_WORDS } from '../band-words';
import { counted } from '../deadline-words';

export interface Section {
	/** Of its file: "grants-by-ward". */
	name: string;
	title: string;
	note: string;
	columns: Column[];
	rows: TableRow[];
	bars: Bar[];
	/** The table as a file has it: money in pounds, as numbers. */
	cells: Cell[][];
}

type Ward = Row<'areas'>;
type Objective = Row<'objectives'>;

/** The grants that count as spend. */
export function awardsOf(grants: readonly Row<'grants'>[]): Award[] {
	return grants.filter(isAwarded).flatMap(({ awarded_pence, awarded_on, ...grant }) =>
		// Both are there in what the server has; a change that is not sent yet may lack one.
		awarded_pence === null || awarded_on === null ? [] : [{ ...grant, awarded_pence, awarded_on }]
	);
}

/** "12 grants, £45,000 in all." */
export function totalInWords(awards: readonly Award[]): string {
	const pence = awards.reduce((sum, { awarded_pence }) => sum + awarded_pence, 0);
	return `${counted(awards.length, 'grant')}, ${formatMoney(pence)} in all.`;
}

/** A column: what it is called, and what is in it on screen and in a file. */
interface Field<T> {
	label: string;
	shown: (item: T) => string;
	/** In a file, where that is a number. */
	filed?: { label: string; value: (item: T) => number | null };
}

function number<T>(label: string, value: (item: T) => number | null): Field<T> {
	return {
		label,
		shown: (item) => value(item)?.toLocaleString('en-GB') ?? 'Not known',
		filed: { label, value }
	};
}

function money<T>(label: string, pence: (item: T) => number | null): Field<T> {
	const said = <S>(item: T, say: (pence: number) => S) => {
		const amount = pence(item);
		return amount === null ? null : say(amount);
	};
	return {
		label,
		shown: (item) => said(item, formatMoney) ?? 'Not known',
		filed: { label: `${label} (£)`, value: (item) => said(item, (amount) => amount / 100) }
	};
}

/** One section of items: the first field names them, the second is drawn. */
function sectionOf<T>(
	about: Pick<Section, 'name' | 'title' | 'note'>,
	items: readonly T[],
	fields: readonly [Field<T>, Field<T>, ...Field<T>[]]
): Section {
	const [name, drawn] = fields;
	return {
		...about,
		columns: fields.map(({ label, filed }) => ({
			key: label,
			label,
			numeric: filed !== undefined
		})),
		rows: items.map((item) =>
			Object.fromEntries(fields.map(({ label, shown }) => [label, shown(item)]))
		),
		bars: items.map((item) => ({
			label: name.shown(item),
			value: drawn.filed?.value(item) ?? 0,
			written: drawn.shown(item)
		})),
		cells: [
			fields.map(({ label, filed }) => filed?.label ?? label),
			...items.map((item) =>
				fields.map(({ shown, filed }) => (filed ? filed.value(item) : shown(item)))
			)
		]
	};
}

/** Every section, for the awards of a period. */
export function sectionsOf(
	awards: readonly Award[],
	{ areas, objectives }: { areas: readonly Ward[]; objectives: readonly Objective[] }
): Section[] {
	const byWard = spendByWard(awards);
	const plain = (
		name: (key: string | null) => string
	): readonly [Field<Spend>, Field<Spend>, Field<Spend>] => [
		{ label: 'For', shown: ({ key }) => name(key) },
		money('Awarded', ({ pence }) => pence),
		number('Grants', ({ grants }) => grants)
	];
	return [
		sectionOf(
			{
				name: 'grants-against-deprivation',
				title: 'Against deprivation',
				note: 'Wards by the average decile of their small areas in the Index of Multiple Deprivation 2025, where 1 is most deprived: a derived figure. Grants for all of the area are left out.'
			},
			spendByBand(byWard, areas),
			[
				{ label: 'Wards that are', shown: ({ band }) => BAND_WORDS[band] },
				money('Per person', ({ perPerson }) => perPerson),
				money('Awarded', ({ pence }) => pence),
				number('People', ({ people }) => people || null),
				number('Wards', ({ wards }) => wards)
			]
		),
		wardSection(byWard, areas),
		sectionOf(
			{
				name: 'grants-by-group',
				title: 'By group',
				note: 'A grant for several groups counts in full for each of them, so these add up to more than was awarded.'
			},
			spendByGroup(awards),
			plain((key) => (key === null ? 'No group in particular' : labelOf('community', key)))
		),
		sectionOf(
			{ name: 'grants-by-priority', title: 'By priority', note: '' },
			spendByPriority(awards),
			plain((key) => {
				const objective = objectives.find(({ id }) => id === key);
				return objective
					? `${objective.reference} ${objective.title}`
					: 'A priority of another plan';
			})
		)
	];
}

/** All wards, the most deprived first, with those that got nothing. */
function wardSection(byWard: readonly Spend[], areas: readonly Ward[]): Section {
	const spent = new Map(byWard.map((spend) => [spend.key, spend]));
	const decile = (ward: Ward) => averageDecile(ward) ?? Infinity;
	const wards = areas.toSorted(
		(a, b) => decile(a) - decile(b) || a.name.localeCompare(b.name, 'en-GB')
	);
	const lines = [
		...wards.map((ward) => ({
			name: ward.name,
			decile: averageDecile(ward),
			grants: spent.get(ward.code)?.grants ?? 0,
			pence: spent.get(ward.code)?.pence ?? 0
		})),
		...byWard
			.filter(({ key }) => !wards.some(({ code }) => code === key))
			.map(({ key, grants, pence }) => ({
				name: key === null ? 'All of the area' : key,
				decile: null,
				grants,
				pence
			}))
	];
	type Line = (typeof lines)[number];
	return sectionOf<Line>(
		{
			name: 'grants-by-ward',
			title: 'By ward',
			note: 'The most deprived ward first. A grant for several wards is divided evenly among them.'
		},
		lines,
		[
			{ label: 'Ward', shown: ({ name }) => name },
			money('Awarded', ({ pence }) => pence),
			number('Grants', ({ grants }) => grants),
			number('Average decile', ({ decile }) => decile && Math.round(decile * 10) / 10)
		]
	);
}
