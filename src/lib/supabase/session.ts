/** Signing in and out. A network error signs nobody out of the app: who uses this device is device/people.ts. */
import { Failure } from '$lib/errors/failure';
import { supabaseClient } from './client';
import { toFailure } from './failures';

/** Who signed in. */
export interface SignedIn {
	userId: string;
	email: string;
}

/** @throws Failure wrong_password | offline | too_many_tries */
export async function signInWithPassword(email: string, password: string): Promise<SignedIn> {
	const client = await supabaseClient();
	const { data, error } = await client.auth.signInWithPassword({ email, password });
	if (error) throw toFailure(error);
	return signedIn(data.user);
}

/** Makes an account. @throws Failure email_taken | weak_password | offline */
export async function signUp(email: string, password: string, fullName: string): Promise<SignedIn> {
	const client = await supabaseClient();
	const { data, error } = await client.auth.signUp({
		email,
		password,
		options: { data: { full_name: fullName } }
	});
	if (error) throw toFailure(error);
	if (!data.user) throw new Failure('refused', 'no user in the answer');
	return signedIn(data.user);
}

/** Sends a sign-in link. It says the same whether or not there is such an account. */
export async function sendMagicLink(email: string, redirectTo: string): Promise<void> {
	const client = await supabaseClient();
	const { error } = await client.auth.signInWithOtp({
		email,
		options: { emailRedirectTo: redirectTo, shouldCreateUser: false }
	});
	if (error && error.code !== 'otp_disabled' && error.code !== 'user_not_found')
		throw toFailure(error);
}

/**
 * Completes a sign-in link: the tokens stand behind the # of the address.
 * Null where the address carries none. @throws Failure link_expired | offline
 */
export async function signInFromLink(hash: string): Promise<SignedIn | null> {
	const parameters = new URLSearchParams(hash.replace(/^#/, ''));
	if (parameters.has('error')) throw new Failure('link_expired', parameters.get('error_description') ?? '');
	const access_token = parameters.get('access_token');
	const refresh_token = parameters.get('refresh_token');
	if (!access_token || !refresh_token) return null;
	const client = await supabaseClient();
	const { data, error } = await client.auth.setSession({ access_token, refresh_token });
	if (error || !data.user) throw new Failure('link_expired', error?.message);
	return signedIn(data.user);
}

/** Ends the session on the server where it can be reached; on this device it ends in any case. */
export async function endSession(): Promise<void> {
	try {
		const client = await supabaseClient();
		await client.auth.signOut({ scope: 'local' });
	} catch {
		// Offline: the tokens are gone from the device, and the server lets the session run out.
	}
}

function signedIn(user: { id: string; email?: string | undefined }): SignedIn {
	return { userId: user.id, email: user.email ?? '' };
}
