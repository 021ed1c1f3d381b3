/** A plan that was read from a document, as the form in which it is put right holds it. Kept as a draft. */
import type {
	PlanAction,
	PlanObjective,
	PlanSection,
	UnderstoodPlan
} from '$lib/exchange/plan-document/plan';
import { findObjective } from '$lib/exchange/plan-document/settle';
import { normalTitle } from '$lib/exchange/plan-document/references';
import { periodIn } from './plan-dates';

export interface ObjectiveRow {
	/** The id of the record, if it becomes a new one. */
	id: string;
	kind: 'objective' | 'priority';
	/** The row of the objective that a priority belongs to, '' for an objective. */
	parent: string;
	reference: string;
	title: string;
	description: string;
	leaveOut: boolean;
	/** The record that it is: '' while nobody has said, 'new', or an id. */
	match: string;
}

export interface ActionRow {
	id: string;
	/** The heading above it in the document. */
	section: string;
	reference: string;
	title: string;
	/** The title as printed: what a later import knows the action by. */
	printed: string;
	description: string;
	service: string;
	owner: string;
	/** As printed, or as typed. */
	due: string;
	status: string;
	rag: string;
	progress: string;
	/** The row that it serves, '' where that is not clear. */
	objective: string;
	further: string[];
	leaveOut: boolean;
	match: string;
	/** Where it stands in the document, in words: "line 21". */
	place: string;
}

/** A line that was not understood. */
export interface UnclearLine {
	id: string;
	text: string;
	place: string;
}

export interface ImportValues {
	/** The name of the file, or "Pasted text". */
	source: string;
	/** The plan that is brought up to date, '' for a new one. */
	target: string;
	/** The id of the new plan. */
	planId: string;
	title: string;
	startsOn: string;
	endsOn: string;
	objectives: ObjectiveRow[];
	actions: ActionRow[];
	unclear: UnclearLine[];
	/** What the document explains: read, and left out of the plan. */
	explained: string[];
}

export const TITLE_MAX = { objective: 300, action: 500 };

/**
 * @param source the name of the file
 * @param target the plan that is brought up to date, '' for a new one
 */
export function valuesOf(plan: UnderstoodPlan, source: string, target: string): ImportValues {
	const { objectives, rowOf } = objectiveRows(plan);
	const { startsOn, endsOn } = periodIn(plan.title ?? '');
	return {
		source,
		target,
		planId: crypto.randomUUID(),
		title: plan.title ?? source.replace(/\.\w+$/, ''),
		startsOn,
		endsOn,
		objectives,
		actions: plan.sections.flatMap((section) =>
			section.actions.map((action) => actionRow(action, section, rowOf))
		),
		unclear: plan.notUnderstood.map(({ text, at }) => ({
			id: crypto.randomUUID(),
			text,
			place: placeOf(at)
		})),
		explained: [
			...plan.context,
			...plan.sections.flatMap(({ context, measures }) => [...context, ...measures])
		].map(({ text }) => text)
	};
}

type RowOf = (objective: PlanObjective) => ObjectiveRow | undefined;

/**
 * The plan's objectives and the priorities under them. A section that names no objective, in a plan without a list of
 * them, is a theme: it becomes an objective itself.
 */
function objectiveRows(plan: UnderstoodPlan): { objectives: ObjectiveRow[]; rowOf: RowOf } {
	const rows = new Map<string, ObjectiveRow>();
	const keyOf = ({ reference, title }: PlanObjective) => `${reference ?? ''}|${normalTitle(title)}`;
	const add = (objective: PlanObjective, kind: ObjectiveRow['kind'], parent: string) => {
		const row = rows.get(keyOf(objective)) ?? newObjective(kind, parent, objective);
		rows.set(keyOf(objective), row);
		return row;
	};
	for (const objective of plan.objectives) add(objective, 'objective', '');
	for (const section of plan.sections) {
		if (isTheme(section, plan))
			section.objectives.push({ reference: null, title: section.heading, at: section.at });
		const [first] = section.objectives.map((objective) => add(objective, 'objective', ''));
		for (const priority of section.priorities) add(priority, 'priority', first?.id ?? '');
	}
	return {
		objectives: inOrder([...rows.values()]),
		rowOf: (objective) => rows.get(keyOf(objective))
	};
}

function isTheme({ objectives, priorities }: PlanSection, plan: UnderstoodPlan): boolean {
	return objectives.length === 0 && (plan.objectives.length === 0 || priorities.length > 0);
}

/** Each objective with its priorities below it. */
function inOrder(rows: readonly ObjectiveRow[]): ObjectiveRow[] {
	return rows
		.filter(({ kind }) => kind === 'objective')
		.flatMap((row) => [row, ...rows.filter(({ parent }) => parent === row.id)]);
}

export function newObjective(
	kind: ObjectiveRow['kind'],
	parent: string,
	{ reference, title }: Pick<PlanObjective, 'reference' | 'title'>
): ObjectiveRow {
	return {
		id: crypto.randomUUID(),
		kind,
		parent,
		reference: reference ?? '',
		...shortened(title, TITLE_MAX.objective, kind === 'priority'),
		leaveOut: false,
		match: ''
	};
}

function actionRow(action: PlanAction, section: PlanSection, rowOf: RowOf): ActionRow {
	const { title, description } = shortened(action.title, TITLE_MAX.action, false);
	return {
		...blankAction(title, placeOf(action.at)),
		section: section.heading,
		reference: action.reference ?? '',
		printed: action.title,
		description: [
			description,
			...action.detail,
			...(action.measure ? [`Measure: ${action.measure}`] : [])
		]
			.filter(Boolean)
			.join('\n'),
		service: action.service ?? serviceIn(section),
		owner: action.owner ?? '',
		due: action.due ?? '',
		status: action.status ?? '',
		rag: action.rag ?? '',
		progress: action.progress ?? '',
		objective: served(action, section, rowOf),
		further: action.furtherObjectives.flatMap((said) => {
			const found = findObjective(said, section.objectives);
			const row = found && rowOf(found);
			return row ? [row.id] : [];
		})
	};
}

/** The row that an action serves: its priority, else its objective. Of several objectives, none is guessed: ''. */
function served({ objective, priority }: PlanAction, section: PlanSection, rowOf: RowOf): string {
	const { objectives, priorities } = section;
	const found =
		(priority !== null && findObjective(priority, priorities)) ||
		(objective !== null && findObjective(objective, objectives)) ||
		(objective === null && objectives.length === 1 && objectives[0]);
	return (found && rowOf(found)?.id) || '';
}

function blankAction(title: string, place: string): ActionRow {
	return {
		id: crypto.randomUUID(),
		section: '',
		reference: '',
		title,
		printed: title,
		description: '',
		service: '',
		owner: '',
		due: '',
		status: '',
		rag: '',
		progress: '',
		objective: '',
		further: [],
		leaveOut: false,
		match: '',
		place
	};
}

/** The service that a section is about: "Housing Actions" is Housing. A section that is an objective has none. */
function serviceIn({ heading, parent, objectives }: PlanSection): string {
	const isObjective = objectives.some(({ title }) =>
		heading.toLowerCase().includes(title.toLowerCase())
	);
	const name = isObjective ? (parent ?? '') : heading;
	return name
		.replace(/(['’]s?)?\s+actions?$/i, '')
		.replace(/^(directorate|service|department)\s*:\s*/i, '');
}

/** An action made of a line that was not understood. */
export function actionFrom({ text, place }: UnclearLine): ActionRow {
	const { title, description } = shortened(text, TITLE_MAX.action, false);
	return { ...blankAction(title, place), printed: text, description };
}

/**
 * A title that a list can show, and the whole text where that is longer: the head before a colon, or the first sentences.
 * It begins with a capital, as other titles do.
 */
function shortened(
	text: string,
	max: number,
	atColon: boolean
): { title: string; description: string } {
	const head = atColon ? /^([^:.]{5,80}):\s/.exec(text)?.[1] : undefined;
	const short = head ?? (text.length <= max ? text : firstSentences(text, max));
	return { title: capital(short), description: short === text ? '' : capital(text) };
}

/** As many sentences as there is room for; one that ends within brackets is not over. */
function firstSentences(text: string, max: number): string {
	const ends = [...text.slice(0, max).matchAll(/[.;](?= )/g)]
		.map(({ index }) => index)
		.filter((end) => end > 40 && isBalanced(text.slice(0, end)));
	const last = ends.at(-1);
	if (last !== undefined) return text.slice(0, last);
	const space = text.lastIndexOf(' ', max - 2);
	return `${text.slice(0, space > 40 ? space : max - 2)}…`;
}

function isBalanced(text: string): boolean {
	return text.split('(').length === text.split(')').length;
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

function placeOf({ line, page }: { line: number; page: number | null }): string {
	return page === null ? `line ${line}` : `page ${page}`;
}
