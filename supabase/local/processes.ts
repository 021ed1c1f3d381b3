import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Whether a process with this id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

/** The command line a process was started with, or null when there is no such process. */
export async function commandOf(pid: number): Promise<string | null> {
	if (!isAlive(pid)) return null;
	const line = await readProc(`/proc/${pid}/cmdline`);
	return line === null ? askPs(pid, 'command=') : line.replaceAll('\0', ' ');
}

/**
 * When a process began, in the system's own words; comparable only with itself. A pid is used again
 * after a restart, a pid with its beginning is not. Null when there is no such process.
 */
export async function beginningOf(pid: number): Promise<string | null> {
	if (!isAlive(pid)) return null;
	const fields = await statOf(pid);
	return fields ? (fields[19] ?? null) : askPs(pid, 'lstart=');
}

/** The process that a process belongs to, where the system keeps /proc; otherwise null. */
export async function parentOf(pid: number): Promise<number | null> {
	const fields = await statOf(pid);
	return fields ? Number(fields[1]) : null;
}

/** The line of /proc from its third field on: the second, the program's name, may hold spaces and brackets. */
async function statOf(pid: number): Promise<string[] | null> {
	const line = await readProc(`/proc/${pid}/stat`);
	return line === null ? null : line.slice(line.lastIndexOf(')') + 2).split(' ');
}

async function readProc(file: string): Promise<string | null> {
	return readFile(file, 'utf8').catch(() => null);
}

async function askPs(pid: number, column: string): Promise<string | null> {
	return run('ps', ['-o', column, '-p', String(pid)]).then(
		({ stdout }) => stdout.trim() || null,
		() => null
	);
}
