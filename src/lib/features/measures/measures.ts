/** Measures with their readings and what they come to, read from the device. */
import { stateOf, type MeasureState } from '$lib/records/measure/measure-rules';
import type { Row } from '$lib/records/registry';
import type { Store } from '$lib/store/store';

/** A measure as lists show it. */
export interface MeasureNow {
	measure: Row<'measures'>;
	state: MeasureState;
}

/** What measures are of: an action, an objective (not its actions), or everything. */
export type MeasuresOf = { actionId: string } | { objectiveId: string } | 'all';

/** In the order of the plan. */
export async function readMeasures(
	store: Store,
	of: MeasuresOf,
	today: string
): Promise<MeasureNow[]> {
	const measures = await measuresOf(store, of);
	const readings = await Promise.all(measures.map(({ id }) => readingsOf(store, id)));
	return measures
		.map((measure, i) => ({ measure, state: stateOf(measure, readings[i] ?? [], today) }))
		.sort((a, b) => a.measure.position - b.measure.position);
}

async function measuresOf(store: Store, of: MeasuresOf): Promise<Row<'measures'>[]> {
	const measures = store.records('measures');
	if (of === 'all') return measures.all();
	if ('actionId' in of) return measures.where('action_id', of.actionId);
	const ofObjective = await measures.where('objective_id', of.objectiveId);
	return ofObjective.filter(({ action_id }) => action_id === null);
}

/** The readings of a measure, the oldest first. */
export async function readingsOf(store: Store, id: string): Promise<Row<'measure_readings'>[]> {
	const readings = await store.records('measure_readings').where('measure_id', id);
	return readings.sort((a, b) => a.read_on.localeCompare(b.read_on));
}

/** Which measures a list shows. */
export const FILTERS = {
	behind: 'Behind',
	reading: 'Reading due',
	final: 'Final position to record'
};
export type MeasureFilter = keyof typeof FILTERS | '';

export function passes({ state }: MeasureNow, filter: MeasureFilter): boolean {
	if (filter === '') return true;
	return filter === 'behind' ? state.standing === 'behind' : state.wants === filter;
}
