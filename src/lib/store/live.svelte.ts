import { liveQuery, type Subscription } from 'dexie';

/** How soon a read that failed is tried again, in milliseconds. */
const AGAIN_MS = 1_000;

export interface Live<V> {
	/** The latest answer; undefined until the first. */
	readonly current: V | undefined;
	/** The device could not read its database. */
	readonly failed: boolean;
}

/**
 * The result of a read, kept true while the data changes, in this tab or another. Made while a component
 * initialises, it stops with the component. What the read depends on in the component comes through `given`,
 * since a database is read later than Svelte looks.
 */
export function live<V>(read: () => Promise<V>): Live<V>;
export function live<V, G>(read: (given: G) => Promise<V>, given: () => G): Live<V>;
export function live<V, G>(read: (given: G) => Promise<V>, given?: () => G): Live<V> {
	let current = $state.raw<V>();
	let failed = $state(false);
	$effect(() => {
		const value = given?.() as G;
		let subscription: Subscription | undefined;
		let again: ReturnType<typeof setTimeout> | undefined;
		function listen() {
			subscription = liveQuery(() => read(value)).subscribe({
				next: (answer) => {
					current = answer;
					failed = false;
				},
				// A query that failed tells of nothing more: the browser may have closed the database under it, to clear it.
				error: () => {
					failed = true;
					again = setTimeout(listen, AGAIN_MS);
				}
			});
		}
		listen();
		return () => {
			clearTimeout(again);
			subscription?.unsubscribe();
		};
	});
	return {
		get current() {
			return current;
		},
		get failed() {
			return failed;
		}
	};
}
