import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What one data folder keeps to itself: signing key, API keys and the database's password. */
export interface Secrets {
	jwtSecret: string;
	publishableKey: string;
	secretKey: string;
	databasePassword: string;
}

/**
 * The secrets of a data folder, made the first time it is used and kept there in `secrets.json`,
 * readable by its owner only. They never change afterwards, so sessions outlive a restart.
 */
export async function readSecrets(dataDir: string): Promise<Secrets> {
	const file = join(dataDir, 'secrets.json');
	return (await readExisting(file)) ?? (await writeNew(file, dataDir));
}

async function readExisting(file: string): Promise<Secrets | null> {
	try {
		return JSON.parse(await readFile(file, 'utf8')) as Secrets;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
		throw error;
	}
}

async function writeNew(file: string, dataDir: string): Promise<Secrets> {
	const secrets: Secrets = {
		jwtSecret: random(48),
		publishableKey: `sb_publishable_${random(24)}`,
		secretKey: `sb_secret_${random(24)}`,
		databasePassword: random(24)
	};
	await mkdir(dataDir, { recursive: true });
	// Written whole, then renamed: a crash in between must not leave half a key behind.
	await writeFile(`${file}.new`, JSON.stringify(secrets, null, '\t'), { mode: 0o600 });
	await rename(`${file}.new`, file);
	return secrets;
}

function random(bytes: number): string {
	return randomBytes(bytes).toString('base64url');
}
