import { liveQuery } from 'dexie';

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
		const subscription = liveQuery(() => read(value)).subscribe({
			next: (answer) => {
				current = answer;
				failed = false;
			},
			error: () => (failed = true)
		});
		return () => subscription.unsubscribe();
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
