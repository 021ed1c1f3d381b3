/** The annual progress report on a plan: what it set out to do, how far that has come, whom it met, and what people were told. */
import type { ReportFigures } from '$lib/insight/report-figures';
import { compare, compareCounted } from '$lib/insight/representativeness';
import { labelOf } from '$lib/records/code-lists';
import { dueInWords } from '$lib/records/action/action-rules';
import type { Benchmarks } from '$lib/records/area/benchmarks';
import { talliesOf } from '$lib/records/engagement/tallies';
import { stateOf } from '$lib/records/measure/measure-rules';
import type { Row } from '$lib/records/registry';
import type { ProgressReportFields } from '$lib/records/report/progress-report';
import type { ReportDocument, ReportTable } from '$lib/records/report/report-document';
import { formatDate } from '$lib/time/dates';
import { sheetOf } from '../feedback-sheet';
import { positionInWords, standingInWords, targetInWords } from '../measure-words';
import { treeOf, type Branch } from '../plan-tree';
import {
	aboutOf,
	cell,
	censusTables,
	columns,
	notesOf,
	partsTogether,
	partTable,
	quarterTable,
	silenceTable,
	wardTable,
	yearOf
} from './report-tables';

/** What a report is made from, all of it on a manager's device but the figures. */
export interface AnnualSources {
	council: Row<'councils'>;
	plan: Row<'plans'>;
	words: ProgressReportFields;
	objectives: readonly Row<'objectives'>[];
	actions: readonly Row<'actions'>[];
	measures: readonly Row<'measures'>[];
	readings: readonly Row<'measure_readings'>[];
	loops: readonly Row<'feedback_loops'>[];
	panels: readonly Row<'panel_snapshots'>[];
	areas: readonly Row<'areas'>[];
	/** `YYYY-MM-DD` */
	today: string;
}

const NO_FACTS = { evidence: new Map(), measured: new Set<string>() };

export function annualReport(sources: AnnualSources, figures: ReportFigures): ReportDocument {
	const { plan, words, objectives, actions } = sources;
	const tree = treeOf(plan.id, objectives, actions, NO_FACTS);
	const section = (title: string, tables: ReportTable[] = [], text = '') => ({
		title,
		words: text,
		tables
	});
	return {
		title: `Progress report ${yearOf(figures)}: ${plan.title}`,
		about: aboutOf(figures),
		sections: [
			section('Foreword', [], words.foreword),
			section('What we achieved', [], words.achieved),
			section('What did not go as planned', [], words.setbacks),
			section('Our objectives', [objectiveTable(tree, figures), ...tree.map(actionTable)]),
			section('How far our measures have come', [measureTable(sources, tree)]),
			section('Where we were', [wardTable(figures), quarterTable(figures)]),
			section(
				'Whom we met, and what about',
				(['group', 'theme', 'type'] as const).map((kind) => partTable(figures, kind))
			),
			section('Where we did not reach', [silenceTable(figures)]),
			section('Are those we heard like those who live here?', [
				...censusTables(
					compareCounted(figures.heard.counted, figures.heard.benchmarks, figures.heard.rounded_to),
					'people counted in logs',
					'People who were counted by group in the logs of the year.',
					'/representativeness'
				),
				...panelTables(sources, figures)
			]),
			section('You said, we did', [answerTable(sources, figures)]),
			section('What we will do next', [], words.next_steps)
		].filter(({ words, tables }) => words || tables.length > 0),
		notes: notesOf(figures)
	};
}

function objectiveTable(tree: readonly Branch[], figures: ReportFigures): ReportTable {
	return {
		caption: 'Objectives, their actions and the contacts that served them',
		columns: columns(
			'Objective',
			'#Actions',
			'#Done',
			'#Green',
			'#Amber',
			'#Red',
			'#Not rated',
			'#Contacts',
			'#People reached'
		),
		rows: tree.map(({ objective, priorities, totals }) => {
			const ids = new Set([objective.id, ...priorities.map((one) => one.objective.id)]);
			const { contacts, people } = partsTogether(figures.parts.objective, ids);
			const { green, amber, red, unrated } = totals.rag;
			return [
				objective.title,
				...[totals.actions, totals.done, green, amber, red, unrated].map(String),
				cell(contacts),
				cell(people)
			];
		}),
		made: 'Actions as they are rated now, with those of the priorities under an objective. Contacts are logs of the year that name the objective or one of its priorities.',
		source: '/plan'
	};
}

function actionTable(branch: Branch): ReportTable {
	const leaves = [branch, ...branch.priorities].flatMap(({ actions }) => actions);
	return {
		caption: `Actions: ${branch.objective.title}`,
		columns: columns('Action', 'Due', 'Status', 'Rating'),
		rows: leaves.map(({ action }) => [
			`${action.reference} ${action.title}`,
			action.due_on ? formatDate(action.due_on) : dueInWords(action, ''),
			labelOf('action_status', action.status),
			action.rag ? labelOf('rag', action.rag) : 'Not rated'
		]),
		made: 'As the actions stand now. Red, amber and green are what whoever is responsible reported last.',
		source: `/objectives/${branch.objective.id}`
	};
}

function measureTable(
	{ measures, readings, today }: AnnualSources,
	tree: readonly Branch[]
): ReportTable {
	const branches = tree.flatMap((branch) => [branch, ...branch.priorities]);
	const ours = new Set(
		branches.flatMap(({ objective, actions }) => [
			objective.id,
			...actions.map(({ action }) => action.id)
		])
	);
	const rows = measures
		.filter(
			({ objective_id, action_id }) =>
				(objective_id !== null && ours.has(objective_id)) ||
				(action_id !== null && ours.has(action_id))
		)
		.toSorted((a, b) => a.position - b.position || a.name.localeCompare(b.name, 'en-GB'))
		.map((measure) => {
			const own = readings
				.filter(({ measure_id }) => measure_id === measure.id)
				.toSorted((a, b) => a.read_on.localeCompare(b.read_on));
			const state = stateOf(measure, own, today);
			return [
				measure.name,
				targetInWords(measure),
				positionInWords(measure, state),
				standingInWords(measure, state, today).label
			];
		});
	return {
		caption: 'Measures',
		columns: columns('Measure', 'Target', 'Where it stands', 'Finding'),
		rows,
		made: 'From the readings of each measure, entered or added up by themselves. Behind: less than the part of the target that the time gone by would have.',
		source: '/measures'
	};
}

/** The latest count of each panel. A characteristic in which a group is small is left out whole. */
function panelTables(
	{ panels, council }: AnnualSources,
	{ since, until, threshold }: ReportFigures
): ReportTable[] {
	const latest = new Map(
		panels
			.filter(({ taken_on }) => since <= taken_on && taken_on <= until)
			.toSorted((a, b) => a.taken_on.localeCompare(b.taken_on))
			.map((panel) => [panel.title, panel])
	);
	return [...latest.values()].flatMap((panel) => {
		const comparisons = compare(talliesOf(panel), council.benchmarks as Benchmarks).filter(
			({ groups }) =>
				!groups?.some(({ found }) => found && found.people > 0 && found.people < threshold)
		);
		return censusTables(
			comparisons,
			panel.title,
			`People who belonged to ${panel.title} on ${formatDate(panel.taken_on)}, as counted then. Characteristics with a group under ${threshold} are left out.`,
			`/panels/${panel.id}`
		);
	});
}

function answerTable(
	{ council, loops, areas, today }: AnnualSources,
	period: ReportFigures
): ReportTable {
	const { items } = sheetOf(loops, { council: council.name, period, ward: '', areas, today });
	return {
		caption: `What came of what people said: ${items.length} answered`,
		columns: columns('You said', 'What came of it', 'Our answer', 'Where', 'Told'),
		rows: items.map(({ said, outcome, response, ward, told }) => [
			said,
			outcome,
			response,
			ward,
			told
		]),
		made: 'Feedback that was answered in the year. What was said in confidence, and what has no answer yet, is not in it.',
		source: '/feedback/summary'
	};
}
