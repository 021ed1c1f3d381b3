/** Puts the app together for one person: store, status, what they may do, and the engine once it has come. */
import type { Person } from '$lib/device/people';
import { registry } from '$lib/records/registry';
import { accessOf } from '$lib/records/tenancy/access';
import { live } from '$lib/store/live.svelte';
import type { OutboxEntry } from '$lib/store/outbox';
import { Store } from '$lib/store/store';
import { SyncStatus } from '$lib/sync/status.svelte';
import type { App } from './app-context';
import { Notice } from './notice.svelte';

/** What the app asks of what sends and fetches. */
interface Engine {
	start(): void;
	stop(): void;
	/** Never rejects; the status tells how it went. */
	sync(): Promise<void>;
}

/** Makes the engine. It may take its time: no screen waits for it. */
export type Connect = (store: Store, status: SyncStatus) => Promise<Engine>;

/**
 * Call while a component initialises; the app closes with it.
 * @param speak says a sentence to screen readers
 */
export function openApp(person: Person, connect: Connect, speak: (sentence: string) => void): App {
	const store = new Store(person.userId);
	const notice = new Notice();
	const status = new SyncStatus({
		sent(entries) {
			const sentence = sentSentence(entries);
			speak(sentence);
			notice.replace(sentence);
		}
	});
	const memberships = live(() => store.records('memberships').where('user_id', person.userId));
	const access = $derived(memberships.current && accessOf(memberships.current));
	let engine: Engine | undefined;
	let closed = false;

	$effect(() => {
		void connect(store, status).then((made) => {
			if (closed) return;
			engine = made;
			engine.start();
		});
		return () => {
			closed = true;
			engine?.stop();
			store.close();
		};
	});

	return {
		person,
		store,
		status,
		notice,
		announce(sentence) {
			speak(sentence);
			notice.show(sentence);
		},
		sync: async () => engine?.sync(),
		get access() {
			return access;
		}
	};
}

/** "1 log sent", "3 changes sent". */
function sentSentence(entries: readonly OutboxEntry[]): string {
	const tables = new Set(entries.map((entry) => entry.table));
	const [table] = tables;
	const name =
		tables.size === 1 && table ? registry[table].name : { one: 'change', many: 'changes' };
	return `${entries.length} ${entries.length === 1 ? name.one : name.many} sent`;
}
