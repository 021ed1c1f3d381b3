import { spawn } from 'node:child_process';
import { readdir, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CannotStart } from './cannot-start';

const root = fileURLToPath(new URL('../../', import.meta.url));
const sources = ['src', 'static', 'seeds', 'package.json', 'svelte.config.js', 'vite.config.ts'];

/** Where the built app is. */
export const buildDir = join(root, 'build');

/**
 * Builds the app when it was never built, or when any of its sources has changed since. A fresh
 * build costs only a look at the files' dates.
 *
 * @throws CannotStart with what the build printed, when it fails
 */
export async function ensureBuilt(): Promise<void> {
	const page = join(buildDir, 'index.html');
	if ((await changedAt(page)) >= (await newestSource())) return;

	console.log('Building the app. This takes about a minute and is done once per version…');
	const began = new Date();
	await runBuild();
	// A source changed during the build must count as newer than the build.
	await utimes(page, began, began);
}

async function newestSource(): Promise<number> {
	const times = await Promise.all(sources.map((source) => newestIn(join(root, source))));
	return Math.max(...times);
}

async function newestIn(path: string): Promise<number> {
	const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => null);
	if (!entries) return changedAt(path);
	const files = entries.filter((entry) => entry.isFile() && !entry.name.includes('.test.'));
	const times = await Promise.all(
		files.map(({ parentPath, name }) => changedAt(join(parentPath, name)))
	);
	return Math.max(0, ...times);
}

/** Milliseconds since 1970, or 0 for a file that is not there. */
async function changedAt(file: string): Promise<number> {
	return stat(file).then(
		({ mtimeMs }) => mtimeMs,
		() => 0
	);
}

async function runBuild(): Promise<void> {
	const vite = join(root, 'node_modules/vite/bin/vite.js');
	const child = spawn(process.execPath, [vite, 'build'], { cwd: root });
	process.once('exit', () => child.kill());
	let printed = '';
	for (const stream of [child.stdout, child.stderr])
		stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
	const code = await new Promise((exited) => child.once('close', exited));
	if (code !== 0) throw new CannotStart(`The app could not be built.\n${printed.trim()}`);
}
