/** Signing in and out. A network error signs nobody out of the app: who uses this device is device/people.ts. */
import type { Person } from '$lib/device/people';
import type { Session } from '$lib/device/session';
import { Failure } from '$lib/errors/failure';
import { forgetSession, supabaseClient } from './client';
import { toFailure } from './failures';

async function signInWithPassword(email: string, password: string): Promise<Person> {
	const client = await supabaseClient();
	const { data, error } = await client.auth.signInWithPassword({ email, password });
	if (error) throw toFailure(error);
	return signedIn(data.user);
}

async function signUp(email: string, password: string, fullName: string): Promise<Person> {
	const client = await supabaseClient();
	const { data, error } = await client.auth.signUp({
		email,
		password,
		options: { data: { full_name: fullName } }
	});
	if (error) throw toFailure(error);
	// Where the server wants the address confirmed first there is no session yet, and perhaps not even a true id.
	if (!data.user || !data.session) throw new Failure('confirm_email');
	return signedIn(data.user);
}

async function sendMagicLink(email: string, redirectTo: string): Promise<void> {
	const client = await supabaseClient();
	const { error } = await client.auth.signInWithOtp({
		email,
		options: { emailRedirectTo: redirectTo, shouldCreateUser: false }
	});
	if (error && error.code !== 'otp_disabled' && error.code !== 'user_not_found')
		throw toFailure(error);
}

async function signInFromLink(hash: string): Promise<Person | null> {
	const parameters = new URLSearchParams(hash.replace(/^#/, ''));
	if (parameters.has('error'))
		throw new Failure('link_expired', parameters.get('error_description') ?? '');
	const access_token = parameters.get('access_token');
	const refresh_token = parameters.get('refresh_token');
	if (!access_token || !refresh_token) return null;
	const client = await supabaseClient();
	const { data, error } = await client.auth.setSession({ access_token, refresh_token });
	if (error || !data.user) throw new Failure('link_expired', error?.message);
	return signedIn(data.user);
}

/** Signing out waits this long for the server; supabase-js may try for half a minute to renew an old session first. */
const PATIENCE_MS = 2_000;

async function end(): Promise<void> {
	if (navigator.onLine) {
		const told = supabaseClient().then((client) => client.auth.signOut({ scope: 'local' }));
		const waited = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
		// Where the server does not hear of it, it lets the session run out.
		await Promise.race([told, waited]).catch(() => undefined);
	}
	forgetSession();
}

async function setUpNeeded(): Promise<boolean> {
	const client = await supabaseClient();
	const { data, error, status } = await client.rpc('setup_needed');
	if (error) throw toFailure(error, status);
	return data;
}

async function createCouncil(council: {
	code: string;
	name: string;
	fullName: string;
}): Promise<void> {
	const client = await supabaseClient();
	const { error, status } = await client.rpc('create_council', {
		code: council.code,
		name: council.name,
		full_name: council.fullName
	});
	if (error) throw error.code === '42501' ? new Failure('set_up_done') : toFailure(error, status);
}

function signedIn(user: { id: string; email?: string | undefined }): Person {
	return { userId: user.id, email: user.email ?? '' };
}

export const session: Session = {
	signInWithPassword,
	signUp,
	sendMagicLink,
	signInFromLink,
	setUpNeeded,
	createCouncil,
	end
};
