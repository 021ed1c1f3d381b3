/** The one supabase-js client. Loaded after first paint: no screen waits for it. */
import type { SupabaseClient } from '@supabase/supabase-js';
import type { Database } from '$lib/records/database.types';
import { runtimeConfig } from './config';

export type Client = SupabaseClient<Database>;

const SESSION_KEPT_AS = 'common-ground:session';

let client: Promise<Client> | undefined;
let kept = keptSession();

/** @throws Failure offline, on a device that has never been online with the app. */
export function supabaseClient(): Promise<Client> {
	client ??= connect().catch((error: unknown) => {
		client = undefined;
		throw error;
	});
	return client;
}

/**
 * Forgets on this device whose session it was: at once, and for good, whatever the network does. A client that is still
 * trying to renew the session changes nothing any more; the next call makes a new one.
 */
export function forgetSession(): void {
	kept.close();
	kept = keptSession();
	void client?.then(({ auth }) => auth.stopAutoRefresh()).catch(() => undefined);
	client = undefined;
}

/** Where one client keeps the session, until it is closed. */
function keptSession() {
	let open = true;
	return {
		getItem: (key: string) => (open ? localStorage.getItem(key) : null),
		setItem: (key: string, value: string) => void (open && localStorage.setItem(key, value)),
		removeItem: (key: string) => void (open && localStorage.removeItem(key)),
		close() {
			open = false;
			localStorage.removeItem(SESSION_KEPT_AS);
		}
	};
}

async function connect(): Promise<Client> {
	const [{ createClient }, config] = await Promise.all([
		import('@supabase/supabase-js'),
		runtimeConfig()
	]);
	return createClient<Database>(config.supabaseUrl, config.publishableKey, {
		global: { fetch: patientFetch },
		auth: {
			storage: kept,
			storageKey: SESSION_KEPT_AS,
			flowType: 'implicit',
			detectSessionInUrl: false
		}
	});
}

/** A picture takes this long on the slowest mobile network. A request that hangs for ever would hold up all others. */
const PATIENCE_MS = 10 * 60_000;

const patientFetch: typeof fetch = (input, init) =>
	fetch(input, { ...init, signal: init?.signal ?? AbortSignal.timeout(PATIENCE_MS) });
