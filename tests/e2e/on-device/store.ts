/** The page's half of on-device.ts: the app's own store, written to without a form. */
import type { EngagementLogFields } from '../../../src/lib/records/engagement/engagement-log';
import { Store } from '../../../src/lib/store/store';

declare global {
	interface Window {
		/** Saves logs one after another, each in a transaction of its own, as the form does; tells of each that is saved. */
		writeLogs(
			userId: string,
			count: number,
			heard: string,
			saved: (id: string) => void
		): Promise<void>;
	}
}

window.writeLogs = async (userId, count, heard, saved) => {
	const store = new Store(userId);
	const log = await anyLog(store);
	for (let number = 1; number <= count; number += 1)
		saved(await store.write.insert('engagement_logs', { ...log, heard: `${heard} ${number}` }));
	store.close();
};

/** A log that the server takes: of a ward of the person's own, for a priority that is open. */
async function anyLog(store: Store): Promise<EngagementLogFields & { council_id: string }> {
	const [memberships, areas, objectives] = await Promise.all([
		store.records('memberships').all(),
		store.records('areas').all(),
		store.records('objectives').all()
	]);
	const mine = new Set(memberships.map(({ locality_id }) => locality_id));
	const area = areas.find(({ locality_id }) => mine.has(locality_id));
	const priority = objectives.find(({ kind, closed_on }) => kind === 'priority' && !closed_on);
	if (!area || !priority) throw new Error('This device has not read anything yet.');
	return {
		council_id: area.council_id,
		type: 'conversation',
		occurred_on: '2026-11-02',
		coverage: 'ward',
		ward_code: area.code,
		place_id: null,
		organisation_id: null,
		objective_id: priority.id,
		action_id: null,
		themes: [],
		barriers: [],
		heard: '',
		people_count: null,
		tallies: [],
		hate_incident: false,
		signposted: [],
		partner_ids: [],
		councillor_present: false,
		audiences: [],
		sentiment: null,
		needed: '',
		strengths: [],
		strong: '',
		connected_organisation_ids: [],
		channel: null,
		languages: [],
		resources: [],
		programmes: [],
		safety_messages: null,
		restricted: false
	};
}
