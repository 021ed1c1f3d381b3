/** Puts the app together for one person: store, status, what they may do, and the engine once it has come. */
import { invalidateAll } from '$app/navigation';
import { Failure } from '$lib/errors/failure';
import { currentPerson, type Person } from '$lib/device/people';
import { registry, type Row } from '$lib/records/registry';
import { accessOf, type Access } from '$lib/records/tenancy/access';
import { live } from '$lib/store/live.svelte';
import type { OutboxEntry } from '$lib/store/outbox';
import { isAttached, type Attached, type Photo } from '$lib/store/photos';
import { Store } from '$lib/store/store';
import { SyncStatus } from '$lib/sync/status.svelte';
import type { App } from './app-context';
import { Notice } from './notice.svelte';
import { liveReference } from './reference.svelte';
import { liveToday } from './today.svelte';

/** What the app asks of what sends and fetches. */
interface Engine {
	start(): void;
	stop(): void;
	/** Never rejects; the status tells how it went. */
	sync(): Promise<void>;
	/** Brings a picture from the server. @throws Failure */
	fetchPhoto(photo: Attached): Promise<Blob>;
}

/** How often a device that holds nothing is asked whether somebody is still signed in, in milliseconds. */
const AGAIN_MS = 1_000;

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
		sent: (entries) => tell(sentSentence(entries)),
		sentPhotos: (count) => tell(`${count} ${count === 1 ? 'photo' : 'photos'} sent`)
	});
	function tell(sentence: string) {
		speak(sentence);
		notice.replace(sentence);
	}

	const memberships = live(() => membershipsOf(store));
	let access = $state.raw<Access>();
	// What was known stays where nothing is known now: what is typed in an open form stays on the screen.
	$effect(() => {
		if (memberships.current) access = accessOf(memberships.current);
	});
	const day = liveToday();
	const reference = liveReference(store, () => day.current);
	const openForms: App['openForms'] = new Set();
	let connecting: Promise<Engine | undefined> | undefined;
	let closed = false;

	/** The engine, made once. It comes over the network; when it could not come, the next call tries again. */
	function connected(): Promise<Engine | undefined> {
		connecting ??= connect(store, status).then(begin, giveUp);
		return connecting;
	}

	function begin(made: Engine) {
		if (closed) return undefined;
		made.start();
		return made;
	}

	function giveUp(error: unknown) {
		connecting = undefined;
		if (navigator.onLine) status.failed(error);
		else status.offline();
		return undefined;
	}

	async function fetchPhoto(photo: Photo): Promise<Blob> {
		const engine = await connected();
		if (!engine || !isAttached(photo)) throw new Failure('offline');
		return engine.fetchPhoto(photo);
	}

	$effect(() => {
		const tryAgain = () => void connected();
		tryAgain();
		window.addEventListener('online', tryAgain);
		return () => {
			closed = true;
			window.removeEventListener('online', tryAgain);
			void connecting?.then((engine) => engine?.stop());
			store.close();
		};
	});

	$effect(() => {
		// The browser took the storage back under the open app. What is written from now on is kept for the person, but only
		// the sign-in brings the rest back. Looked at again, since the records may go before the person's name does.
		void leaveIfSignedOut();
		if (memberships.current?.length) return;
		const looking = setInterval(() => void leaveIfSignedOut(), AGAIN_MS);
		return () => clearInterval(looking);
	});

	async function leaveIfSignedOut() {
		if (currentPerson() !== null) return;
		await Promise.all([...openForms].map((keep) => keep()));
		await invalidateAll();
	}

	return {
		person,
		store,
		status,
		notice,
		openForms,
		announce(sentence) {
			speak(sentence);
			notice.show(sentence);
		},
		sync: async () => (await connected())?.sync(),
		pictureOf: async (photo) => (await store.photos.bytes(photo.id)) ?? fetchPhoto(photo),
		get access() {
			return access;
		},
		get reference() {
			return reference.current;
		},
		get today() {
			return day.current;
		}
	};
}

/** The person's own; undefined until the first read has brought them, or has ended without any. */
async function membershipsOf(store: Store): Promise<Row<'memberships'>[] | undefined> {
	const rows = await store.records('memberships').where('user_id', store.userId);
	return rows.length > 0 || (await store.inbox.mark()).complete ? rows : undefined;
}

/** "1 log sent", "3 changes sent". */
function sentSentence(entries: readonly OutboxEntry[]): string {
	const tables = new Set(entries.map((entry) => entry.table));
	const [table] = tables;
	const name =
		tables.size === 1 && table ? registry[table].name : { one: 'change', many: 'changes' };
	return `${entries.length} ${entries.length === 1 ? name.one : name.many} sent`;
}
