/** What people do with measures and readings. The database holds to it who may. */
import type { MeasureFields } from '$lib/records/measure/measure';
import type { MeasureReadingFields } from '$lib/records/measure/measure-reading';
import type { Row } from '$lib/records/registry';
import type { Store } from '$lib/store/store';
import type { MeasureChange } from './measure-values';
import type { ReadingChange } from './reading-values';

/** Where a new measure belongs. */
export type MeasurePlace = Pick<MeasureFields, 'objective_id' | 'action_id' | 'position'>;

/** Adds a measure in its place, or changes the one that was opened. Managers and administrators. */
export async function saveMeasure(
	store: Store,
	councilId: string,
	id: string,
	opened: Row<'measures'> | null,
	measure: MeasureChange,
	place: MeasurePlace
): Promise<void> {
	if (opened) await store.write.update('measures', id, measure, opened);
	else await store.write.insert('measures', { council_id: councilId, ...place, ...measure }, id);
}

/** Adds a reading of a measure, or corrects the one that was opened. Everybody who works for the council. */
export async function saveReading(
	store: Store,
	councilId: string,
	id: string,
	opened: Row<'measure_readings'> | null,
	reading: ReadingChange,
	measureId: MeasureReadingFields['measure_id']
): Promise<void> {
	if (opened) await store.write.update('measure_readings', id, reading, opened);
	else
		await store.write.insert(
			'measure_readings',
			{ council_id: councilId, measure_id: measureId, fed: false, ...reading },
			id
		);
}

/** Deletes a measure or a reading, with the change that was begun. Its history stays in the register of changes. */
export async function remove(
	store: Store,
	table: 'measures' | 'measure_readings',
	id: string
): Promise<void> {
	await store.write.remove(table, id);
	await store.drafts.discard(id);
}
