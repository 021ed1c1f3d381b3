/** Saving a plan that was brought in. Administrators only; the database holds to that. */
import type { Row } from '$lib/records/registry';
import type { Store } from '$lib/store/store';
import { compare, newActionFields, type Existing } from './compare';
import type { ImportValues, ObjectiveRow } from './import-values';

/**
 * Writes the plan, its objectives and its actions on this device; they are sent like any other change. Call it within
 * `store.write.together`: all of it is kept, or nothing. Saving again writes the same records.
 * @param existing what the device holds of the plan that is brought up to date
 */
export async function importPlan(
	store: Store,
	councilId: string,
	values: ImportValues,
	existing: Existing
): Promise<void> {
	const { objectives, actions } = compare(values, existing);
	const planId = values.target || values.planId;
	await savePlan(store, councilId, values);
	const ids = new Map(objectives.map(({ row, existing }) => [row.id, existing?.id ?? row.id]));
	const referenceOf = objectiveReferences(values.objectives, existing.objectives);
	// What others name goes first: an objective before its priorities, both before their actions.
	for (const [position, { row, existing, changes }] of objectives.entries())
		if (existing) await store.write.update('objectives', existing.id, changes);
		else
			await store.write.insert(
				'objectives',
				{
					council_id: councilId,
					plan_id: planId,
					parent_id: ids.get(row.parent) ?? null,
					kind: row.kind,
					reference: referenceOf(row),
					title: row.title,
					description: row.description || null,
					lga_module: null,
					position,
					closed_on: null
				},
				row.id
			);
	const free = freeReferences(
		[...existing.actions, ...values.actions].map(({ reference }) => reference)
	);
	for (const [position, { row, existing, changes }] of actions.entries())
		if (existing) await store.write.update('actions', existing.id, changes);
		else
			await store.write.insert(
				'actions',
				{
					council_id: councilId,
					plan_id: planId,
					objective_id: ids.get(row.objective) ?? row.objective,
					further_objective_ids: row.further.flatMap((id) => ids.get(id) ?? []),
					reference: row.reference || free(),
					owner_id: null,
					partner_ids: [],
					programmes: [],
					due_working_days: null,
					rag_reason: null,
					decision: null,
					carried_from: null,
					assessment_id: null,
					position,
					...newActionFields(row)
				},
				row.id
			);
}

async function savePlan(store: Store, councilId: string, values: ImportValues): Promise<void> {
	const fields = {
		title: values.title.trim(),
		starts_on: values.startsOn || null,
		ends_on: values.endsOn || null
	};
	if (values.target) return store.write.update('plans', values.target, fields);
	await store.write.insert(
		'plans',
		{
			council_id: councilId,
			...fields,
			source: values.source,
			status: 'draft',
			published_on: null,
			information_published_on: null,
			review_on: null,
			carried_from: null
		},
		values.planId
	);
}

/** References for actions that the document gives none: the next free ones, A1, A2 and so on. */
function freeReferences(taken: readonly string[]): () => string {
	const used = new Set(taken);
	let number = 0;
	return () => {
		do number++;
		while (used.has(`A${number}`));
		return `A${number}`;
	};
}

/** References for objectives without one: the next free number, for priorities behind that of their objective. */
function objectiveReferences(rows: readonly ObjectiveRow[], records: readonly Row<'objectives'>[]) {
	const used = new Set([...rows, ...records].map(({ reference }) => reference));
	const given = new Map<string, string>();
	const next = (prefix: string) => {
		let number = 1;
		while (used.has(`${prefix}${number}`)) number++;
		used.add(`${prefix}${number}`);
		return `${prefix}${number}`;
	};
	return function referenceOf(row: ObjectiveRow): string {
		const known = row.reference || given.get(row.id);
		if (known) return known;
		const parent = rows.find(({ id }) => id === row.parent);
		const reference = next(parent ? `${referenceOf(parent)}.` : '');
		given.set(row.id, reference);
		return reference;
	};
}
