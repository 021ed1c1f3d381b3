/** Calls to the server in one person's name. */
import { Failure } from '$lib/errors/failure';
import { supabaseClient, type Client } from './client';
import { toFailure } from './failures';

interface Answer {
	data: unknown;
	error: Parameters<typeof toFailure>[0] | null;
	status: number;
}

/**
 * The client, once it is sure that it speaks for this person: another tab may have signed in somebody else.
 * @throws Failure signed_out | offline
 */
export async function clientOf(userId: string): Promise<Client> {
	const client = await supabaseClient();
	const { data, error } = await client.auth.getSession();
	if (error) throw toFailure(error);
	if (!data.session) throw new Failure('signed_out');
	if (data.session.user.id !== userId) throw new Failure('signed_out', 'another session');
	return client;
}

/**
 * Asks once, and once more with a fresh token: by a clock that is wrong the device takes an old one for good.
 * @throws Failure signed_out | offline | unavailable | refused
 */
export async function callAs(
	userId: string,
	ask: (client: Client) => PromiseLike<Answer>
): Promise<unknown> {
	const client = await clientOf(userId);
	let answer = await ask(client);
	if (answer.status === 401) {
		const { error } = await client.auth.refreshSession();
		if (error) throw toFailure(error);
		answer = await ask(client);
	}
	if (answer.error) throw toFailure(answer.error, answer.status);
	return answer.data;
}
