/** What the review of an import says. */
import type { Tone } from '$lib/ui/Tag.svelte';
import type { Option } from '$lib/forms/option';
import type { Comparisons } from './compare';
import type { ActionRow, ImportValues, ObjectiveRow } from './import-values';

type Comparison = Comparisons['actions'][number];

const STATES = {
	new: { words: 'New', tone: 'green' },
	changed: { words: 'Changed', tone: 'purple' },
	same: { words: 'Unchanged', tone: 'neutral' },
	unsure: { words: 'Already here?', tone: 'amber' }
} as const;

const COLUMNS: Record<string, string> = {
	title: 'title',
	reference: 'reference',
	objective_id: 'objective',
	further_objective_ids: 'further objectives',
	service: 'service',
	owner: 'owner',
	description: 'description',
	due_on: 'due date',
	due_rule: 'deadline in words',
	parent_id: 'objective'
};

export function stateTag(
	{ leaveOut }: { leaveOut: boolean },
	comparison: { state: keyof typeof STATES } | undefined
): { words: string; tone: Tone } {
	return leaveOut || !comparison
		? { words: 'Left out', tone: 'neutral' }
		: STATES[comparison.state];
}

/** "Serves 1. Fairness. Housing. Changes: service, due date." */
export function changesInWords(
	comparison: Comparison | undefined,
	row: ActionRow,
	choices: readonly Option[]
): string {
	const serves = choices.find(({ value }) => value === row.objective)?.label;
	const changes = Object.keys(comparison?.changes ?? {}).flatMap((column) => COLUMNS[column] ?? []);
	const keeps = comparison?.existing && comparison.state !== 'unsure';
	return [
		serves ? `Serves ${serves}` : keeps ? 'Serves what it serves now' : 'No objective yet',
		row.service,
		row.due && `Due: ${row.due}`,
		changes.length > 0 && `Changes: ${changes.join(', ')}`
	]
		.filter(Boolean)
		.join('. ');
}

/** The objectives and priorities that an action may serve. */
export function choicesOf(objectives: readonly ObjectiveRow[]): Option[] {
	return objectives
		.filter(({ leaveOut }) => !leaveOut)
		.map(({ id, kind, reference, title }) => ({
			value: id,
			label: `${kind === 'priority' ? '– ' : ''}${reference ? `${reference}. ` : ''}${title}`
		}));
}

/** Actions as the document groups them. */
export function sectionsOf(actions: ActionRow[]): { heading: string; rows: ActionRow[] }[] {
	const headings = [...new Set(actions.map(({ section }) => section))];
	return headings.map((heading) => ({
		heading: heading || 'Added from lines',
		rows: actions.filter(({ section }) => section === heading)
	}));
}

export function countsInWords(
	{ unclear }: ImportValues,
	{ objectives, actions }: Comparisons
): { key: string; value: string }[] {
	const priorities = objectives.filter(({ row }) => row.kind === 'priority').length;
	const states = (rows: readonly { state: keyof typeof STATES }[]) =>
		(['new', 'changed', 'same', 'unsure'] as const)
			.map(
				(state) =>
					[
						rows.filter((row) => row.state === state).length,
						STATES[state].words.toLowerCase()
					] as const
			)
			.filter(([count]) => count > 0)
			.map(([count, words]) => `${count} ${words}`)
			.join(', ');
	return [
		{
			key: 'Objectives',
			value: `${objectives.length - priorities}, with ${priorities} priorities (${states(objectives) || 'none'})`
		},
		{ key: 'Actions', value: `${actions.length} (${states(actions) || 'none'})` },
		{ key: 'Lines not understood', value: String(unclear.length) }
	];
}
