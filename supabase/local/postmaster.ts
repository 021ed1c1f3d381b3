import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart } from './cannot-start';
import { commandOf } from './processes';

/** The live postmaster of a cluster, from the file it keeps: line 1 its pid, line 4 its port. */
export async function readPostmaster(
	cluster: string
): Promise<{ pid: number; port: number } | null> {
	const lines = ((await readText(join(cluster, 'postmaster.pid'))) ?? '').split('\n');
	const pid = Number(lines[0]);
	const port = Number(lines[3]);
	if (!pid || !port) return null;
	return (await runs(pid, cluster)) ? { pid, port } : null;
}

/** A pid in an old file may since have gone to somebody else's process; a process that has ended has no command. */
async function runs(pid: number, cluster: string): Promise<boolean> {
	return (await commandOf(pid))?.includes(cluster) ?? false;
}

/** Fast shutdown: open sessions are ended, everything committed is on disk. Harmless when nothing runs. */
export async function stopPostmaster(cluster: string): Promise<void> {
	const postmaster = await readPostmaster(cluster);
	if (!postmaster) return;
	for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
		process.kill(postmaster.pid, signal);
		const deadline = Date.now() + 10_000;
		while (Date.now() < deadline) {
			if (!(await runs(postmaster.pid, cluster))) return;
			await sleep(20);
		}
	}
	throw new CannotStart(`PostgreSQL (process ${postmaster.pid}) does not stop.`);
}

async function readText(file: string): Promise<string | null> {
	try {
		return await readFile(file, 'utf8');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
		throw error;
	}
}
