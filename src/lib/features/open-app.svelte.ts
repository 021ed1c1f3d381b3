/** Puts the app together for one person: store, engine, status and what they may do. */
import type { Person } from '$lib/device/people';
import { accessOf } from '$lib/records/tenancy/access';
import { registry } from '$lib/records/registry';
import { live } from '$lib/store/live.svelte';
import type { OutboxEntry } from '$lib/store/outbox';
import { Store } from '$lib/store/store';
import { SyncEngine } from '$lib/sync/engine';
import type { Remote } from '$lib/sync/remote';
import { SyncStatus } from '$lib/sync/status.svelte';
import type { App } from './app-context';

/** Call while a component initialises; the app closes with it. */
export function openApp(person: Person, remote: Remote, announce: (sentence: string) => void): App {
	const store = new Store(person.userId);
	const status = new SyncStatus({ sent: (entries) => announce(sentSentence(entries)) });
	const engine = new SyncEngine(store, remote, status);
	const memberships = live(() => store.records('memberships').where('user_id', person.userId));
	const access = $derived(memberships.current && accessOf(memberships.current));

	$effect(() => {
		engine.start();
		return () => {
			engine.stop();
			store.close();
		};
	});

	return {
		person,
		store,
		engine,
		status,
		announce,
		get access() {
			return access;
		}
	};
}

/** "1 log sent", "3 changes sent". */
function sentSentence(entries: readonly OutboxEntry[]): string {
	const tables = new Set(entries.map((entry) => entry.table));
	const [table] = tables;
	const name = tables.size === 1 && table ? registry[table].name : { one: 'change', many: 'changes' };
	return `${entries.length} ${entries.length === 1 ? name.one : name.many} sent`;
}
