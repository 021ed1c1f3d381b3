/** How early the council reminds of reports. */
import type { Store } from '$lib/store/store';

/** Working days; what a new council begins with while its own setting is not on the device. */
export async function remindDaysOf(store: Store): Promise<number> {
	const [council] = await store.records('councils').all();
	return council?.report_reminder_days ?? 10;
}
