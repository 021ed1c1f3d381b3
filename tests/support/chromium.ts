/** The browser of the tests and of the benches: where it is, and how it is started. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** What every Chromium is started with: no sandbox (containers), no calls home. */
export const chromiumArgs = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

/**
 * The path of a Chromium: CHROMIUM_PATH, the system's, Debian's package (as root), or undefined for Playwright's own
 * download.
 * @throws where none can be had, saying what to do
 */
export function findChromium(): string | undefined {
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

function run(command: string, args: string[]): boolean {
	return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
}
