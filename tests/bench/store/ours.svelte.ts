/** The app's own store, through the doors that screens and sync use. */
import { live } from '../../../src/lib/store/live.svelte';
import { Store } from '../../../src/lib/store/store';
import type { Contender } from './contender';
import { measured } from './device';

let store: Store;

const newest = (ward: string) =>
	store
		.records('engagement_logs')
		.newest({ by: '[ward_code+occurred_on]', equals: ward, limit: 50 });

const ours: Contender = {
	// Like the others: open when this resolves. The store opens by itself at the first question.
	open: async (name) => {
		store = new Store(name);
		await store.inbox.mark();
	},
	close: async () => store.close(),
	apply: async (rows, cursor) => {
		await store.inbox.take(
			rows.map((row) => ({ table: 'engagement_logs', row })),
			{
				epoch: 'one',
				cursors: Object.fromEntries(rows.map(({ scope }) => [scope, cursor])),
				complete: false,
				heardAt: null,
				firstRead: { received: 0, total: 0 }
			},
			false
		);
	},
	write: async (log) => void (await store.write.insert('engagement_logs', log)),
	newest,
	subscribe: (ward, told) =>
		$effect.root(() => {
			const answer = live(() => newest(ward));
			$effect(() => {
				if (answer.current) told(answer.current);
			});
		})
};

measured(ours);
