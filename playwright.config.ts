import { defineConfig } from '@playwright/test';
import { chromiumArgs } from './tests/support/chromium';

/** Every test has a server of its own making (tests/e2e/app.ts): data and signal are part of the stories. */
export default defineConfig({
	testDir: 'tests/e2e',
	// Long enough for a machine that is shared: they end what hangs, and measure nothing.
	timeout: 120_000,
	expect: { timeout: 20_000 },
	workers: 2,
	retries: 0,
	forbidOnly: Boolean(process.env.CI),
	reporter: 'list',
	use: {
		browserName: 'chromium',
		viewport: { width: 390, height: 844 },
		locale: 'en-GB',
		timezoneId: 'Europe/London',
		actionTimeout: 20_000,
		// Calls and requests, without a picture of every step: those cost half of the time.
		trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
		launchOptions: {
			...(process.env.CHROMIUM_PATH && { executablePath: process.env.CHROMIUM_PATH }),
			args: chromiumArgs
		}
	}
});
