/**
 * `npm run bench:server`: what the embedded server does when a whole council's phones come back from the field, how the
 * cost of a small pull grows with the table, and whether slow transactions hide anything from phones.
 * docs/benchmarks.md says what each figure is.
 */
import { fillWithLogs, startBackend } from './backend';
import { bench, median, rounded, settings } from './harness';
import { deltaTimes } from './server/delta';
import { flushPhones } from './server/flush';
import { missedRows } from './server/hostile';

const { devices, each, small, large, deltas, seconds } = settings({
	devices: 2_000,
	each: 20,
	small: 10_000,
	large: 1_000_000,
	deltas: 40,
	seconds: 20
});

await bench('bench:server', async () => {
	const backend = await startBackend();
	const flushed = await flushPhones(backend, devices, each);
	console.log(
		`${devices} phones flushed ${each} logs each in ${(flushed.time / 1_000).toFixed(0)} s,` +
			` with ${flushed.calls} calls of which ${flushed.unanswered} had no answer;` +
			` a push took ${flushed.p50.toFixed(0)} ms (p50), ${flushed.p95.toFixed(0)} ms (p95)\n` +
			`  acknowledged but absent: ${flushed.lost}; made twice: ${flushed.duplicated}`
	);

	const missed = await missedRows(backend, seconds);
	console.log(
		`${missed.written} logs written by slow transactions while ${missed.phones} phones pulled ${missed.pulls} times;` +
			` rows missed: ${missed.missed}`
	);

	const [few, many] = [await startBackend(), backend];
	await fillWithLogs(few.sql, small);
	await fillWithLogs(many.sql, large);
	const times = await deltaTimes(few, many, deltas);
	const ratio = median(times.many) / median(times.few);
	console.log(
		`a pull of 20 changes: ${median(times.few).toFixed(1)} ms among ${small} logs,` +
			` ${median(times.many).toFixed(1)} ms among ${large}; ratio ${ratio.toFixed(2)}`
	);
	return {
		devices,
		mutations: devices * each,
		lost: flushed.lost,
		duplicated: flushed.duplicated,
		push_p95_ms: rounded(flushed.p95, 0),
		delta_1m_vs_10k: rounded(ratio),
		missed_under_hostile_timing: missed.missed
	};
});
