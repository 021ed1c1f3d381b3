/** Waits for a burst of changes to rest before it acts, and can be told to act at once. */
export interface Settler<Value> {
	/** Acts on this value once nothing newer has come for a while. */
	later: (value: Value) => void;
	/** Acts now on what is waiting; does nothing when nothing is. */
	now: () => void;
	/** Forgets what is waiting. */
	forget: () => void;
}

/** @param restMs how long it has to be quiet, in milliseconds */
export function settle<Value>(act: (value: Value) => void, restMs: number): Settler<Value> {
	let waiting: { value: Value; timer: ReturnType<typeof setTimeout> } | undefined;

	function forget() {
		clearTimeout(waiting?.timer);
		waiting = undefined;
	}

	function now() {
		const due = waiting;
		forget();
		if (due) act(due.value);
	}

	function later(value: Value) {
		clearTimeout(waiting?.timer);
		waiting = { value, timer: setTimeout(now, restMs) };
	}

	return { later, now, forget };
}
