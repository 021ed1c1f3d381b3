/** What every bench shares: its settings, its figures, and tidying up however it ends. */
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/** The bench's numbers, each of which a flag of its name may change: `-- --rows 5000`. */
export function settings<Name extends string>(usual: Record<Name, number>): Record<Name, number> {
	const names = Object.keys(usual) as Name[];
	const { values } = parseArgs({
		options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
	});
	return Object.fromEntries(
		names.map((name) => {
			const value = Number(values[name] ?? usual[name]);
			if (!Number.isInteger(value) || value < 1)
				throw new Error(`--${name} must be a whole number from 1`);
			return [name, value];
		})
	) as Record<Name, number>;
}

const endings: (() => Promise<unknown>)[] = [];

/** Has something put away when the bench ends, also where it fails or is interrupted; what came last goes first. */
export function atEnd(ending: () => Promise<unknown>): void {
	endings.unshift(ending);
}

let tidying: Promise<void> | undefined;

/** Once only, whoever asks: an interrupted bench fails as well, and must not end the process half way. */
function tidyUp(): Promise<void> {
	tidying ??= putAllAway();
	return tidying;
}

async function putAllAway(): Promise<void> {
	for (let ending = endings.shift(); ending; ending = endings.shift())
		await ending().catch((error: unknown) => console.error('While tidying up:', error));
}

/** @throws where the bench is being ended: nothing is to be started that nobody would put away */
export function goOn(): void {
	if (tidying) throw new Error('The bench was interrupted');
}

/** A folder that is gone when the bench ends. */
export async function temporaryFolder(name: string): Promise<string> {
	goOn();
	const folder = await mkdtemp(join(tmpdir(), `common-ground-bench-${name}-`));
	atEnd(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
	return folder;
}

/** Runs a bench to its end. The last line of its output is its figures as JSON. */
export async function bench(
	name: string,
	measure: () => Promise<Record<string, number>>
): Promise<void> {
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
		process.once(signal, () => void tidyUp().then(() => process.exit(130)));
	console.log(
		`${name}: ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}`
	);
	try {
		const figures = await measure();
		await tidyUp();
		console.log(JSON.stringify(figures));
	} catch (error) {
		await tidyUp();
		console.error(error);
		process.exitCode = 1;
	}
}

/** The value below which a share of the numbers lies: 0.5 is the median. */
export function quantile(numbers: readonly number[], share: number): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
	if (value === undefined) throw new RangeError('No numbers');
	return value;
}

export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);

export function rounded(number: number, digits = 2): number {
	return Number(number.toFixed(digits));
}

/** How far repeated measurements of one thing lie apart: "3.1 (2.9 to 3.4)". */
export function spread(numbers: readonly number[], digits = 2): string {
	const ends = [quantile(numbers, 0), quantile(numbers, 1)].map((end) => end.toFixed(digits));
	return `${median(numbers).toFixed(digits)} (${ends.join(' to ')})`;
}

/** The items in another order each round, so that none always comes first. */
export function turns<T>(items: readonly T[], round: number): T[] {
	const start = round % items.length;
	return [...items.slice(start), ...items.slice(0, start)];
}
