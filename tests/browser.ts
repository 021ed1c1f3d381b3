/** `npm run test:e2e`: finds or installs a Chromium, then runs Playwright with the arguments given. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * The path of a Chromium: CHROMIUM_PATH, the system's, Debian's package (as root), or Playwright's own download.
 * @throws where none can be had, saying what to do
 */
function findChromium(): string | undefined {
	const named = process.env.CHROMIUM_PATH;
	if (named) return named;
	const system = '/usr/bin/chromium';
	if (existsSync(system)) return system;
	if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
		console.log('No browser found: installing Debian’s Chromium.');
		run('apt-get', ['update', '-qq']);
		run('apt-get', ['install', '-y', '-qq', 'chromium']);
		if (existsSync(system)) return system;
	}
	if (run('npx', ['playwright', 'install', 'chromium'])) return undefined;
	throw new Error('No Chromium could be found or installed. Set CHROMIUM_PATH to a Chromium.');
}

function run(command: string, args: string[], env: NodeJS.ProcessEnv = process.env): boolean {
	return spawnSync(command, args, { stdio: 'inherit', env }).status === 0;
}

const chromium = findChromium();
const env = chromium ? { ...process.env, CHROMIUM_PATH: chromium } : process.env;
process.exitCode = run('npx', ['playwright', 'test', ...process.argv.slice(2)], env) ? 0 : 1;
