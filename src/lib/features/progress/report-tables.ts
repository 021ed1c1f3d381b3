/** Tables that several reports have, from figures in which small numbers are held back. */
import type { ReportFigures, ReportPart } from '$lib/insight/report-figures';
import { percentInWords, PERCENT_BASE, pointsInWords } from '$lib/insight/percent';
import { nameOf, type Comparison } from '$lib/insight/representativeness';
import { labelOf } from '$lib/records/code-lists';
import { groupInWords } from '$lib/records/engagement/tally-answers';
import { HELD_BACK } from '$lib/records/report/cells';
import type { ReportTable } from '$lib/records/report/report-document';
import { formatDate } from '$lib/time/dates';
import { financialYearOf, yearInWords } from '$lib/time/financial-year';
import { findingInWords } from '../finding-words';

/** A figure as a cell of a report. */
export function cell(figure: number | null): string {
	return figure === null ? HELD_BACK : String(figure);
}

/** Columns by their labels; of figures where the label stands behind #. */
export function columns(...labels: string[]): ReportTable['columns'] {
	return labels.map((label) => ({
		label: label.replace(/^#/, ''),
		numeric: label.startsWith('#')
	}));
}

/** Pounds as a spreadsheet adds them up. */
const pounds = (pence: number) => (pence / 100).toFixed(2).replace(/\.00$/, '');

const COUNTED =
	'Contacts are logs of the year by the day on which they took place, people those who were there; restricted and deleted logs are left out.';

/** By ward: contacts, people, contacts for every 1,000 who live there, events, grants and open issues. */
export function wardTable({ wards, elsewhere, total }: ReportFigures): ReportTable {
	type Line = Pick<
		ReportFigures['total'],
		'contacts' | 'people' | 'events' | 'grants_pence' | 'open_issues'
	>;
	const line = (name: string, figures: Line, population: number | null): string[] => [
		name,
		population === null ? '' : String(population),
		cell(figures.contacts),
		perThousand(figures.contacts, population),
		cell(figures.people),
		String(figures.events),
		pounds(figures.grants_pence),
		cell(figures.open_issues)
	];
	return {
		caption: 'What happened where',
		columns: columns(
			'Ward',
			'#Residents',
			'#Contacts',
			'#Per 1,000',
			'#People reached',
			'#Events held',
			'#Grants, £',
			'#Issues open now'
		),
		rows: [
			...wards.map((ward) => line(ward.name, ward, ward.population)),
			line('In no one ward', elsewhere, null),
			line('All', total, null)
		],
		made: `${COUNTED} Events are those that were held; a grant is counted by the day of its award, and divided evenly among the wards it is for.`,
		source: '/map'
	};
}

function perThousand(contacts: number | null, population: number | null): string {
	if (population === null || population === 0) return '';
	return contacts === null ? HELD_BACK : ((1000 * contacts) / population).toFixed(1);
}

/** Contacts by ward and quarter of the financial year. */
export function quarterTable({ wards, quarters }: ReportFigures): ReportTable {
	const name = (code: string | null) => {
		if (code === null) return 'All';
		return wards.find((ward) => ward.code === code)?.name ?? 'In no one ward';
	};
	const inOrder = [...wards.map(({ code }) => code), '', null].flatMap(
		(code) => quarters.find(({ ward }) => ward === code) ?? []
	);
	return {
		caption: 'Contacts by quarter',
		columns: columns('Ward', '#April to June', '#July to Sept', '#Oct to Dec', '#Jan to March'),
		rows: inOrder.map(({ ward, contacts }) => [name(ward), ...contacts.map(cell)]),
		made: COUNTED,
		source: '/map'
	};
}

const PARTS = {
	type: { caption: 'How people were met', column: 'Kind of contact', list: 'engagement_type' },
	theme: { caption: 'What it was about', column: 'Theme', list: 'engagement_theme' },
	group: { caption: 'Whom it was with', column: 'Group', list: 'community' }
} as const;

/** Contacts by kind, theme or group, the most first. */
export function partTable({ parts }: ReportFigures, kind: keyof typeof PARTS): ReportTable {
	const { caption, column, list } = PARTS[kind];
	const several =
		kind === 'type'
			? ''
			: ' A contact may count in several lines: they do not add up to the total.';
	// What is held back goes by name alone: its place would tell of it.
	const inOrder = parts[kind].toSorted(
		(a, b) =>
			(b.contacts ?? -1) - (a.contacts ?? -1) ||
			labelOf(list, a.value).localeCompare(labelOf(list, b.value), 'en-GB')
	);
	return {
		caption,
		columns: columns(column, '#Contacts', '#People reached'),
		rows: inOrder.map(({ value, contacts, people }) => [
			labelOf(list, value),
			cell(contacts),
			cell(people)
		]),
		made: `${COUNTED}${several}`,
		source: '/map'
	};
}

/** Contacts and people of several parts together; null where one of them is held back. */
export function partsTogether(
	parts: readonly ReportPart[],
	values: ReadonlySet<string>
): Pick<ReportPart, 'contacts' | 'people'> {
	const ours = parts.filter(({ value }) => values.has(value));
	const sum = (pick: (part: ReportPart) => number | null) =>
		ours.reduce<number | null>((total, part) => {
			const figure = pick(part);
			return total === null || figure === null ? null : total + figure;
		}, 0);
	return { contacts: sum(({ contacts }) => contacts), people: sum(({ people }) => people) };
}

/** Wards without a contact, in the year and in its quarters that are over. */
export function silenceTable({ wards, quarters, since, until, as_of }: ReportFigures): ReportTable {
	const year = since.slice(0, 4);
	const ends = [`${year}-06-30`, `${year}-09-30`, `${year}-12-31`, until];
	const last = ends.findLastIndex((end) => end < as_of.slice(0, 10));
	const silent = wards.flatMap(({ code, name, contacts }) => {
		const own = quarters.find(({ ward }) => ward === code)?.contacts;
		if (contacts === 0) return [[name, 'None this year']];
		return last >= 0 && own?.[last] === 0 ? [[name, 'None in the last whole quarter']] : [];
	});
	return {
		caption: 'Wards without contact',
		columns: columns('Ward', 'Contact'),
		rows: silent.length > 0 ? silent : [['None', 'Every ward had contact']],
		made: `From the contacts by quarter, ${formatDate(since)} to ${formatDate(until)}. A ward whose number is held back had contact.`,
		source: '/gaps'
	};
}

/**
 * Shares beside the Census's, for each characteristic that may be shown.
 * @param who whose shares they are: "People counted in logs"
 * @param made where the counts come from, in a sentence
 */
export function censusTables(
	comparisons: readonly Comparison[],
	who: string,
	made: string,
	source: string
): ReportTable[] {
	return comparisons.flatMap((comparison): ReportTable[] => {
		const { groups, base, characteristic } = comparison;
		if (!groups) return [];
		return [
			{
				caption: `${nameOf(comparison)}: ${who}, ${cell(base)} answered`,
				columns: columns('Group', '#Share', '#Census', '#Points', 'Finding'),
				rows: groups.map(({ code, benchmark, found }) => [
					groupInWords(characteristic, code),
					found ? percentInWords(found.share) : HELD_BACK,
					percentInWords(benchmark),
					found ? pointsInWords(found.gap) : HELD_BACK,
					found ? findingInWords(found) : 'Held back'
				]),
				made: `${made} Shares are of those who answered; of fewer than ${PERCENT_BASE} there are none. Under-represented: a gap as large would come about by chance in fewer than 5 of 100 groups of this size (Wilson’s 95% confidence interval).`,
				source
			}
		];
	});
}

/** What readers have to know of every report's figures. */
export function notesOf({ threshold, rounded_to }: ReportFigures): string[] {
	return [
		`${HELD_BACK} stands for a number that is held back: it is from 1 to ${threshold - 1}, or would give such a number away. The others are rounded to the nearest ${rounded_to}.`,
		'Figures are of what was recorded. Percentages are left out where they are of fewer than 25 people.'
	];
}

/** "Oxford City Council. 1 April 2026 to 31 March 2027, figures as of 23 November 2026." */
export function aboutOf({ council, since, until, as_of }: ReportFigures): string {
	return `${council}. ${formatDate(since)} to ${formatDate(until)}, figures as of ${formatDate(as_of.slice(0, 10))}.`;
}

/** "2026/27" */
export function yearOf({ since }: Pick<ReportFigures, 'since'>): string {
	return yearInWords(financialYearOf(since));
}
