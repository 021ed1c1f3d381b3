/** Where the backend is: read from /config.json at start, kept for starts without a network. */
import * as z from 'zod/mini';
import { Failure } from '$lib/errors/failure';

const configSchema = z.object({
	supabaseUrl: z.url(),
	publishableKey: z.string().check(z.minLength(1))
});

export type RuntimeConfig = z.infer<typeof configSchema>;

const KEPT_AS = 'common-ground:config';

/**
 * The running backend's address and public key.
 * @throws Failure offline, on a device that has never been online with the app.
 */
export async function runtimeConfig(): Promise<RuntimeConfig> {
	const kept = configSchema.safeParse(JSON.parse(localStorage.getItem(KEPT_AS) ?? 'null'));
	if (kept.success) {
		// The next start uses what the server says today.
		void fetchConfig().catch(() => undefined);
		return kept.data;
	}
	return fetchConfig();
}

async function fetchConfig(): Promise<RuntimeConfig> {
	try {
		const response = await fetch('/config.json', { cache: 'no-store' });
		const config = configSchema.parse(await response.json());
		localStorage.setItem(KEPT_AS, JSON.stringify(config));
		return config;
	} catch (cause) {
		throw new Failure('offline', 'no configuration', { cause });
	}
}
