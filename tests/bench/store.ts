/**
 * `npm run bench:store`: the app's store on the device against IndexedDB by hand (the floor) and against RxDB, in a real
 * Chromium, with strict durability throughout. docs/benchmarks.md says what each figure is.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bench, median, rounded, settings, spread, temporaryFolder, turns } from './harness';
import { logs } from './logs';
import { bundle, openChromium, serve } from './pages';

const { rows, rounds, writes, reads, news, opens } = settings({
	rows: 50_000,
	rounds: 3,
	writes: 150,
	reads: 24,
	news: 40,
	opens: 5
});
const PAGE_ROWS = 1_000;
/** So many saves, or an eighth of the reads, of one contender; then it is the next one's turn. */
const SHIFTS = 8;

const contenders = ['ours', 'raw', 'rxdb'] as const;
type Name = (typeof contenders)[number];
type PerName<T> = Record<Name, T>;
type Times = PerName<number[]>;

const jobs = {
	write: 'save a record, p50',
	bulk: `apply a bulk pull in pages of ${PAGE_ROWS}`,
	newest: 'read the 50 newest of a ward, p50',
	live: 'from a save to the news of it, p50',
	cold: 'open cold, read the 50 newest of a ward'
};
type Job = keyof typeof jobs;

await bench('bench:store', async () => {
	const files = await bundle({
		ours: 'store/ours.svelte.ts',
		raw: 'store/raw.ts',
		rxdb: 'store/rxdb.ts'
	});
	// An origin each: what one leaves for the browser to clear up in its files does not slow the others.
	const origins = { ours: await serve(files), raw: await serve(files), rxdb: await serve(files) };
	const folder = await temporaryFolder('store');
	const size = Buffer.byteLength(JSON.stringify(logs(1_000))) / 1_000;
	console.log(`${rows} rows of ${size.toFixed(0)} B as JSON; ${rounds} rounds; milliseconds`);

	const results: Record<Job, Times> = {
		write: noTimes(),
		bulk: noTimes(),
		newest: noTimes(),
		live: noTimes(),
		cold: noTimes()
	};
	for (let round = 0; round < rounds; round++) {
		const profile = join(folder, String(round));
		const times = await oneRound(round, profile, origins);
		for (const job of Object.keys(jobs) as Job[])
			for (const name of contenders) results[job][name].push(median(times[job][name]));
		await rm(profile, { recursive: true, force: true });
	}
	return { ...ratiosOf(results), engine_gz_kb: await engineSize() };
});

function noTimes(): Times {
	return { ours: [], raw: [], rxdb: [] };
}

/** Everything once, on new databases. */
async function oneRound(
	round: number,
	profile: string,
	origins: PerName<string>
): Promise<Record<Job, Times>> {
	const bulk = noTimes();
	const filling = await openChromium(profile);
	for (const name of turns(contenders, round)) {
		const page = await filling.newPage();
		await page.goto(`${origins[name]}/${name}`);
		bulk[name].push(
			await page.evaluate(([rows, pageRows]) => window.bench.apply('bench', rows, pageRows), [
				rows,
				PAGE_ROWS
			] as const)
		);
		await page.close();
	}
	await filling.close();
	const cold = await coldOpens(profile, origins);
	return { bulk, cold, ...(await inShifts(profile, origins)) };
}

/** A new browser for every time: nothing is in anybody's memory but the disk's own. */
async function coldOpens(profile: string, origins: PerName<string>): Promise<Times> {
	const times = noTimes();
	for (let turn = 0; turn < opens; turn++)
		for (const name of turns(contenders, turn)) {
			const context = await openChromium(profile);
			const page = await context.newPage();
			await page.goto(`${origins[name]}/${name}`);
			times[name].push(await page.evaluate(() => window.bench.coldOpen('bench')));
			await context.close();
		}
	return times;
}

/** Small jobs, by turns: whatever else the machine is busy with slows everybody down alike. */
async function inShifts(
	profile: string,
	origins: PerName<string>
): Promise<Record<'write' | 'newest' | 'live', Times>> {
	const times = { write: noTimes(), newest: noTimes(), live: noTimes() };
	const context = await openChromium(profile);
	const pages = {
		ours: await context.newPage(),
		raw: await context.newPage(),
		rxdb: await context.newPage()
	};
	for (const name of contenders) {
		await pages[name].goto(`${origins[name]}/${name}`);
		await pages[name].evaluate(() => window.bench.open('bench'));
	}
	const counts = { newest: reads, write: writes, live: news };
	for (const job of ['newest', 'write', 'live'] as const)
		for (let shift = 0; shift < SHIFTS; shift++)
			for (const name of turns(contenders, shift))
				times[job][name].push(
					...(await pages[name].evaluate(([job, count]) => window.bench[job](count), [
						job,
						Math.ceil(counts[job] / SHIFTS)
					] as const))
				);
	await context.close();
	return times;
}

/** Prints what each took, and returns how much longer ours took than the others: the median of the rounds' ratios. */
function ratiosOf(results: Record<Job, Times>): Record<string, number> {
	const ratios: Record<string, number> = {};
	for (const [job, title] of Object.entries(jobs)) {
		const { ours, raw, rxdb } = results[job as Job];
		const against = (other: readonly number[]) => ours.map((time, i) => time / (other[i] ?? NaN));
		console.log(
			`${title}\n  ours ${spread(ours)}, IndexedDB by hand ${spread(raw)}, RxDB ${spread(rxdb)}` +
				`\n  ours / by hand ${spread(against(raw))}, ours / RxDB ${spread(against(rxdb))}`
		);
		ratios[`${job}_vs_raw`] = rounded(median(against(raw)));
		ratios[`${job}_vs_rxdb`] = rounded(median(against(rxdb)));
	}
	return ratios;
}

/** Kilobytes of store and engine, minified and gzipped; Svelte and supabase-js are the app's in any case. */
async function engineSize(): Promise<number> {
	const gzipped = async (file: string, external: RegExp[]) => {
		const files = await bundle({ engine: file }, [/^svelte/, /^@supabase/, ...external]);
		return [...files.values()].reduce((sum, code) => sum + gzipSync(code).length, 0) / 1_000;
	};
	const [ours, withZod, theirs] = [
		await gzipped('store/engine.ts', [/^zod/]),
		await gzipped('store/engine.ts', []),
		await gzipped('store/rxdb-engine.ts', [])
	];
	console.log(
		`store and sync engine, minified and gzipped, without supabase-js: ours ${ours.toFixed(1)} kB with the` +
			` declarations of all records (${withZod.toFixed(1)} kB with zod, which forms bring in any case),` +
			` RxDB with its Supabase plugin ${theirs.toFixed(1)} kB`
	);
	return rounded(ours, 1);
}
