/**
 * `npm run areas:import -- FILE [--council CODE]`: gives a council's wards the boundaries of an
 * official file (GeoJSON). Works on the running embedded database, or on DATABASE_URL.
 */
import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import postgres from 'postgres';
import {
	BoundaryFileError,
	MAX_BOUNDARY_FILE_BYTES,
	parseAreaBoundaries,
	type AreaBoundaries
} from '../../src/lib/exchange/area-boundaries';
import { importAreas, ImportRefused, type ImportSummary } from './area-import';
import { runningDatabaseUrl } from './postgres';
import { readSettings } from './settings';

main().catch((error: unknown) => {
	const expected = error instanceof ImportRefused || error instanceof BoundaryFileError;
	console.error(expected ? error.message : error);
	process.exitCode = 1;
});

async function main(): Promise<void> {
	const { file, council } = readArguments();
	const boundaries = parseAreaBoundaries(await readBoundaryFile(file));
	const sql = postgres(await databaseUrl(), { max: 1, onnotice: () => undefined });
	try {
		console.log(describe(await importAreas(sql, boundaries, council), boundaries));
	} finally {
		await sql.end();
	}
}

function readArguments(): { file: string; council: string | null } {
	const usage = 'Say which file to read: npm run areas:import -- FILE [--council CODE]';
	try {
		const { values, positionals } = parseArgs({
			options: { council: { type: 'string' } },
			allowPositionals: true
		});
		const [file] = positionals;
		if (file && positionals.length === 1) return { file, council: values.council ?? null };
	} catch {
		// An option that does not exist: the usage says which ones do.
	}
	throw new ImportRefused(usage);
}

async function readBoundaryFile(file: string): Promise<string> {
	const found = await stat(file).catch(() => null);
	if (!found?.isFile()) throw new ImportRefused(`There is no file ${file}.`);
	// Not even read: a file of gigabytes would fill the memory first.
	if (found.size > MAX_BOUNDARY_FILE_BYTES)
		throw new ImportRefused(
			'The file is larger than 20 MB. Choose your council’s wards only, or the generalised version (BGC).'
		);
	return readFile(file, 'utf8');
}

async function databaseUrl(): Promise<string> {
	if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
	const { dataDir } = readSettings(process.env);
	const url = await runningDatabaseUrl(dataDir);
	if (!url)
		throw new ImportRefused(
			`Common Ground is not running on the folder ${dataDir}. Start it first (npm start), or set DATABASE_URL.`
		);
	return url;
}

function describe(summary: ImportSummary, { vintage, skipped }: AreaBoundaries): string {
	const { council, matched, created, withoutBoundary, elsewhere } = summary;
	return [
		`${council}: boundaries are in place for ${count(matched)} (${vintage ?? 'vintage not stated'}).`,
		created.length > 0 && `New, because the council had no wards: ${created.join(', ')}.`,
		withoutBoundary.length > 0 && `Not in the file: ${withoutBoundary.join(', ')}.`,
		elsewhere > 0 && `Wards of other councils in the file, left alone: ${elsewhere}.`,
		...skipped.map(({ what, why }) => `Left out: ${what}. ${why}`)
	]
		.filter(Boolean)
		.join('\n');
}

function count(wards: string[]): string {
	return wards.length === 1 ? '1 ward' : `${wards.length} wards`;
}
