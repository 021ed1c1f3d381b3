/** What happened to a log, in words, newest first. */
import { labelOf, type CodeListName } from '$lib/records/code-lists';
import type { Row } from '$lib/records/registry';
import { formatDate } from '$lib/time/dates';
import { nameOf, type Reference } from '../reference.svelte';

export interface HistoryEvent {
	id: string;
	what: string;
	who: string;
	/** ISO date and time, by the server's clock; the device's for what is not sent yet. */
	at: string;
	changes: { label: string; from: string; to: string }[];
}

const labels: Record<string, string> = {
	type: 'Kind of contact',
	occurred_on: 'Date',
	coverage: 'Where',
	ward_code: 'Ward',
	place_id: 'Place',
	organisation_id: 'Organisation',
	objective_id: 'Priority',
	action_id: 'Action',
	themes: 'Themes',
	barriers: 'Barriers',
	heard: 'What we heard',
	people_count: 'Number of people',
	restricted: 'Restricted'
};

const lists: Record<string, CodeListName> = {
	type: 'engagement_type',
	coverage: 'coverage',
	themes: 'engagement_theme',
	barriers: 'barrier'
};

/** The name of a log's column as the form shows it. */
export function logColumnLabel(column: string): string {
	return labels[column] ?? column;
}

export function historyOf(
	log: Row<'engagement_logs'>,
	entries: readonly Row<'audit_log'>[],
	reference: Reference
): HistoryEvent[] {
	const name = (userId: string | null) => nameOf(reference.people, userId);
	const made = {
		id: log.id,
		what: 'Logged',
		who: name(log.created_by),
		at: log.created_at,
		changes: []
	};
	const changed = entries.map((entry) => {
		const changes = entry.changes as Record<string, { from: unknown; to: unknown }>;
		return {
			id: entry.id,
			what: 'deleted_at' in changes ? 'Deleted' : 'Corrected',
			who: name(entry.created_by),
			at: entry.created_at,
			changes: Object.entries(changes)
				.filter(([column]) => column in labels)
				.map(([column, { from, to }]) => ({
					label: logColumnLabel(column),
					from: inWords(column, from, reference),
					to: inWords(column, to, reference)
				}))
		};
	});
	return [made, ...changed].sort((a, b) => b.at.localeCompare(a.at));
}

/** A column's value as a person reads it. */
export function inWords(column: string, value: unknown, reference: Reference): string {
	if (value === null || value === undefined || value === '') return 'Nothing';
	const list = lists[column];
	if (Array.isArray(value))
		return (
			value.map((code) => (list ? labelOf(list, String(code)) : String(code))).join(', ') ||
			'Nothing'
		);
	if (typeof value === 'boolean') return value ? 'Yes' : 'No';
	const text = `${value as string | number}`;
	if (list) return labelOf(list, text);
	if (column === 'occurred_on') return formatDate(text);
	return named(column, text, reference) ?? text;
}

function named(column: string, value: string, reference: Reference): string | undefined {
	if (column === 'ward_code') return reference.areas.find(({ code }) => code === value)?.name;
	if (column === 'objective_id') return reference.objectives.find(({ id }) => id === value)?.title;
	if (column === 'place_id') return reference.places.find(({ id }) => id === value)?.name;
	if (column === 'organisation_id')
		return reference.organisations.find(({ id }) => id === value)?.name;
	if (column === 'action_id') return actionInWords(value, reference);
	return undefined;
}

/** "EDI-14 Review equality impact assessments" */
export function actionInWords(id: string, { actions }: Reference): string {
	const action = actions.find((action) => action.id === id);
	return action ? `${action.reference} ${action.title}` : 'An action that is not on this device';
}
