import type { SupabaseClient } from '@supabase/supabase-js';
import type { TestServer } from '../support/server';

/** The first person on an empty server, who makes the council and is its administrator. */
export async function makeCouncil(
	server: TestServer
): Promise<{ admin: SupabaseClient; councilId: string }> {
	const admin = await signUp(server, 'ruth@example.org');
	const { data, error } = await admin.rpc('create_council', {
		code: 'E07000178',
		name: 'Oxford City Council',
		full_name: 'Ruth Adeyemi'
	});
	if (error) throw error;
	return { admin, councilId: (data as { id: string }).id };
}

/** A signed-in person without any role. */
export async function signUp(server: TestServer, email: string): Promise<SupabaseClient> {
	const client = await server.client();
	const { error } = await client.auth.signUp({ email, password: 'common-ground-demo' });
	if (error) throw error;
	return client;
}
