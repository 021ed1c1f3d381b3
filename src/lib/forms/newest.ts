/**
 * Does slow work for values that come fast: at once for the first, then one at a time, always for the newest.
 * What came in between is passed over; the last value never is.
 *
 * @param work must not throw
 */
export function newest<Value>(
	work: (value: Value) => Promise<void> | void
): (value: Value) => void {
	let waiting: { value: Value } | undefined;
	let working = false;

	async function run() {
		working = true;
		while (waiting) {
			const { value } = waiting;
			waiting = undefined;
			await work(value);
		}
		working = false;
	}

	return (value) => {
		waiting = { value };
		if (!working) void run();
	};
}
