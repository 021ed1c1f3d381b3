import { resolve } from 'node:path';
import { CannotStart } from './cannot-start';

/** What `npm start` can be told through the environment. */
export interface Settings {
	/** 0 means any free port. */
	port: number;
	dataDir: string;
	seed: 'demo' | 'none';
	/** Tests run without the app being built. */
	skipBuild: boolean;
}

/**
 * Reads PORT (4173), DATA_DIR (.data) and SEED (demo).
 *
 * @throws CannotStart with a sentence that names the setting at fault
 */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
	const port = Number(environment.PORT ?? 4173);
	if (!Number.isInteger(port) || port < 0 || port > 65535)
		throw new CannotStart(`PORT must be a number from 0 to 65535, not "${environment.PORT}".`);
	const seed = environment.SEED ?? 'demo';
	if (seed !== 'demo' && seed !== 'none')
		throw new CannotStart(`SEED must be "demo" or "none", not "${seed}".`);
	return {
		port,
		dataDir: resolve(environment.DATA_DIR ?? '.data'),
		seed,
		skipBuild: environment.COMMON_GROUND_SKIP_BUILD === '1'
	};
}
