/** What every screen behind the sign-in stands on. The layout of the app builds it; components take it from the context. */
import { createContext } from 'svelte';
import type { Person } from '$lib/device/people';
import type { Access } from '$lib/records/tenancy/access';
import type { Photo } from '$lib/store/photos';
import type { Store } from '$lib/store/store';
import type { SyncStatus } from '$lib/sync/status.svelte';
import type { Notice } from './notice.svelte';
import type { Reference } from './reference.svelte';

export interface App {
	readonly person: Person;
	readonly store: Store;
	/** Sends and fetches now. Status tells how it went; it never rejects. */
	readonly sync: () => Promise<void>;
	readonly status: SyncStatus;
	/** A picture, from this device or else from the server. @throws Failure offline | signed_out | unavailable | refused */
	readonly pictureOf: (photo: Photo) => Promise<Blob>;
	/** What the person may do; kept true while memberships change. Undefined until they have been read. */
	readonly access: Access | undefined;
	/** The lists that screens choose from, read once for all of them. Undefined until the device has been read. */
	readonly reference: Reference | undefined;
	/** Today in London, `YYYY-MM-DD`; it changes at midnight. */
	readonly today: string;
	/** Says something to screen readers, and shows it as the notice, without moving focus. */
	readonly announce: (sentence: string) => void;
	/** What was announced last, while it stays in sight. */
	readonly notice: Notice;
	/** How each open form keeps what is typed in it, asked for before the app leaves it: its draft may be gone. Never rejects. */
	readonly openForms: Set<() => Promise<void>>;
}

export const [getApp, setApp] = createContext<App>();
