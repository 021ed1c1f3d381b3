/** `npm run test:e2e`: finds or installs a Chromium, then runs Playwright with the arguments given. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { findChromium } from './support/chromium';

const chromium = findChromium();
const env = chromium ? { ...process.env, CHROMIUM_PATH: chromium } : process.env;
const { status } = spawnSync('npx', ['playwright', 'test', ...process.argv.slice(2)], {
	stdio: 'inherit',
	env
});
// Where only the output is kept, this is what is left of the page.
if (status !== 0)
	for (const { parentPath, name } of readdirSync('test-results', {
		recursive: true,
		withFileTypes: true
	}))
		if (name === 'error-context.md')
			console.log(`\n${readFileSync(`${parentPath}/${name}`, 'utf8')}`);
process.exitCode = status === 0 ? 0 : 1;
