/** What an annual report is made from, read from the device. */
import type { Store } from '$lib/store/store';
import type { AnnualSources } from './annual-report';

type Sources = Omit<AnnualSources, 'words'> & { words: Report };
type Report = NonNullable<Awaited<ReturnType<typeof reportOf>>>;

const reportOf = (store: Store, id: string) => store.records('progress_reports').get(id);

/**
 * @param today `YYYY-MM-DD`
 * @returns null where the report, its plan or its council are not on this device
 */
export async function readSources(
	store: Store,
	id: string,
	today: string
): Promise<Sources | null> {
	const words = await reportOf(store, id);
	if (!words) return null;
	const [councils, plan, objectives, actions, measures, readings, loops, panels, areas] =
		await Promise.all([
			store.records('councils').all(),
			store.records('plans').get(words.plan_id),
			store.records('objectives').all(),
			store.records('actions').all(),
			store.records('measures').all(),
			store.records('measure_readings').all(),
			store.records('feedback_loops').all(),
			store.records('panel_snapshots').all(),
			store.records('areas').all()
		]);
	const [council] = councils;
	if (!council || !plan) return null;
	return {
		words,
		council,
		plan,
		objectives,
		actions,
		measures,
		readings,
		loops,
		panels,
		areas,
		today
	};
}
