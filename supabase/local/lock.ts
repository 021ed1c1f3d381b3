import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart } from './cannot-start';
import { beginningOf } from './processes';

/** Who holds a data folder. */
interface Holder {
	pid: number;
	/** When that process began: the pid alone may since belong to another program. */
	began: string | null;
}

const STOPPING_MS = 1500;

/** The data folder is in use by another running start. */
class FolderInUse extends CannotStart {
	constructor(dataDir: string, pid: number) {
		super(
			`Common Ground is already running on the folder ${dataDir} (process ${pid}). ` +
				'Stop it first, or choose another folder with DATA_DIR.'
		);
	}
}

/**
 * Takes a data folder for this process, making the folder if needed. A lock left behind by a killed
 * process is taken over.
 *
 * @returns a function that gives the folder back
 * @throws CannotStart when a living process holds it, or it cannot be made
 */
export async function lockFolder(dataDir: string): Promise<() => Promise<void>> {
	const file = join(dataDir, 'lock.json');
	await makeFolder(dataDir);
	await refuseIfHeld(file, dataDir);

	const mine: Holder = { pid: process.pid, began: await beginningOf(process.pid) };
	await writeFile(`${file}.${mine.pid}`, JSON.stringify(mine));
	await rename(`${file}.${mine.pid}`, file);
	// Two starts in the same instant both get here; the later rename wins and the other one sees it.
	await sleep(50);
	await refuseIfHeld(file, dataDir);
	return () => rm(file, { force: true });
}

async function makeFolder(dataDir: string): Promise<void> {
	try {
		await mkdir(dataDir, { recursive: true });
	} catch (cause) {
		const reason = cause instanceof Error ? cause.message : String(cause);
		throw new CannotStart(
			`The folder for data cannot be made (${reason}). Choose another with DATA_DIR.`,
			{ cause }
		);
	}
}

/** Gives a server that is just being stopped a moment to finish. */
async function refuseIfHeld(file: string, dataDir: string): Promise<void> {
	const patience = Date.now() + STOPPING_MS;
	for (;;) {
		const holder = await livingHolder(file);
		if (holder === null) return;
		if (Date.now() > patience) throw new FolderInUse(dataDir, holder);
		await sleep(100);
	}
}

/** The process that holds the folder, or null: nobody, ourselves, or one that was killed. */
async function livingHolder(file: string): Promise<number | null> {
	const holder = await readHolder(file);
	if (!holder || holder.pid === process.pid) return null;
	const began = await beginningOf(holder.pid);
	return began !== null && began === holder.began ? holder.pid : null;
}

async function readHolder(file: string): Promise<Holder | null> {
	try {
		return JSON.parse(await readFile(file, 'utf8')) as Holder;
	} catch {
		// Missing, or cut short by a crash: nobody holds it.
		return null;
	}
}
