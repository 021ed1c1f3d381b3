/** `npm run test:e2e`: finds or installs a Chromium, then runs Playwright with the arguments given. */
import { spawnSync } from 'node:child_process';
import { findChromium } from './support/chromium';

const chromium = findChromium();
const env = chromium ? { ...process.env, CHROMIUM_PATH: chromium } : process.env;
const { status } = spawnSync('npx', ['playwright', 'test', ...process.argv.slice(2)], {
	stdio: 'inherit',
	env
});
process.exitCode = status === 0 ? 0 : 1;
