import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runningDatabaseUrl } from '../../supabase/local/postgres';
import { startServer } from '../support/server';

describe('npm start', () => {
	let dataDir: string;
	beforeAll(async () => {
		dataDir = await mkdtemp(join(tmpdir(), 'common-ground-'));
	});
	afterAll(() => rm(dataDir, { recursive: true, force: true }));

	it.each(['SIGTERM', 'SIGKILL'] as const)(
		'leaves nothing running when npm alone is sent %s',
		async (signal) => {
			const npm = spawn('npm', ['start'], {
				env: {
					...process.env,
					PORT: '0',
					DATA_DIR: dataDir,
					SEED: 'none',
					COMMON_GROUND_SKIP_BUILD: '1'
				}
			});
			await new Promise<void>((ready) =>
				npm.stdout.on('data', (chunk: Buffer) => {
					if (chunk.toString().includes('Common Ground ready')) ready();
				})
			);
			npm.kill(signal);
			await expect.poll(() => runningDatabaseUrl(dataDir), { timeout: 5000 }).toBeNull();
			// The folder is free at once.
			const next = await startServer({ dataDir });
			expect(await next.stop()).toBe(0);
		}
	);
});
