/**
 * `npm run bench:insight`: what the figures cost among a million logs of three years, against ten thousand, and how long
 * after a phone's log was taken it is in them. docs/benchmarks.md says what each figure is.
 */
import { ADMIN, startBackend } from './backend';
import { bench, goOn, median, quantile, rounded, settings, spread } from './harness';
import { fillWithYears } from './insight/logs';
import { questioner } from './insight/questions';

/** Gets suppressed figures, which take more working out. */
const COUNCILLOR = 'councillor@example.org';

const { small, large, rounds } = settings({ small: 10_000, large: 1_000_000, rounds: 40 });

await bench('bench:insight', async () => {
	const few = await startBackend();
	const many = await startBackend();
	const start = performance.now();
	await fillWithYears(few.sql, small);
	await fillWithYears(many.sql, large);
	console.log(
		`${small} and ${large} logs loaded in ${((performance.now() - start) / 1_000).toFixed(0)} s`
	);

	/** One person's question of both, in turns. */
	async function compare(email: string, name: 'map' | 'byMonth' | 'matrix' | 'report') {
		const [askFew, askMany] = [await questioner(few, email), await questioner(many, email)];
		const times = { few: [] as number[], many: [] as number[] };
		for (let round = 0; round < rounds; round++) {
			goOn();
			times.few.push(await askFew[name](round));
			times.many.push(await askMany[name](round));
		}
		console.log(
			`${name}, ${email}: ${spread(times.few, 1)} ms among few, ${spread(times.many, 1)} ms among many`
		);
		return times;
	}

	const maps = [await compare(ADMIN.email, 'map'), await compare(COUNCILLOR, 'map')];
	await compare(ADMIN.email, 'byMonth');
	await compare(COUNCILLOR, 'byMonth');
	const matrix = await compare(ADMIN.email, 'matrix');
	const report = await compare(ADMIN.email, 'report');
	const asking = await questioner(many, ADMIN.email);
	const lags: number[] = [];
	for (let round = 0; round < rounds; round++) lags.push(await asking.lag(round));
	console.log(`a log is in the map's figures ${spread(lags, 1)} ms after it was taken`);
	return {
		// Of whoever waits longer.
		map_p95_ms_1m: rounded(Math.max(...maps.map((map) => quantile(map.many, 0.95))), 0),
		map_1m_vs_10k: rounded(Math.max(...maps.map((map) => median(map.many) / median(map.few)))),
		matrix_1m_vs_10k: rounded(median(matrix.many) / median(matrix.few)),
		report_1m_s: rounded(median(report.many) / 1_000),
		refresh_lag_ms: rounded(median(lags), 0)
	};
});
