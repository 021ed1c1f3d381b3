/** The one supabase-js client. Loaded after first paint: no screen waits for it. */
import type { SupabaseClient } from '@supabase/supabase-js';
import type { Database } from '$lib/records/database.types';
import { runtimeConfig } from './config';

export type Client = SupabaseClient<Database>;

let client: Promise<Client> | undefined;

/** @throws Failure offline, on a device that has never been online with the app. */
export function supabaseClient(): Promise<Client> {
	client ??= connect().catch((error: unknown) => {
		client = undefined;
		throw error;
	});
	return client;
}

async function connect(): Promise<Client> {
	const [{ createClient }, config] = await Promise.all([
		import('@supabase/supabase-js'),
		runtimeConfig()
	]);
	return createClient<Database>(config.supabaseUrl, config.publishableKey, {
		auth: { storageKey: 'common-ground:session', flowType: 'implicit', detectSessionInUrl: false }
	});
}
