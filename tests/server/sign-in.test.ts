import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../support/server';

const aisha = { email: 'aisha@example.org', password: 'common-ground-demo' };

describe('signing in', () => {
	let server: TestServer;
	beforeAll(async () => {
		server = await startServer();
		await (await server.client()).auth.signUp(aisha);
	});
	afterAll(() => server.stop());

	/** Asks for a sign-in link as the app does and reads it from the terminal. */
	async function requestLink(): Promise<URL> {
		const before = server.output().length;
		const { error } = await (await server.client()).auth.signInWithOtp({ email: aisha.email });
		expect(error).toBeNull();
		await expect
			.poll(() => server.output().slice(before))
			.toMatch(/^Sign-in link for aisha@example.org: http\S+$/m);
		return new URL(/http\S+/.exec(server.output().slice(before))?.[0] ?? '');
	}

	it('tells a wrong password apart, without telling which part was wrong', async () => {
		const client = await server.client();
		const wrong = await client.auth.signInWithPassword({ ...aisha, password: 'not-hers-at-all' });
		expect(wrong.error).toMatchObject({ status: 400, code: 'invalid_credentials' });
		const nobody = await client.auth.signInWithPassword({
			...aisha,
			email: 'nobody@example.org'
		});
		expect(nobody.error).toMatchObject({ status: 400, code: 'invalid_credentials' });
	});

	it('refuses a password that is too short, saying how long it must be', async () => {
		const { error } = await (
			await server.client()
		).auth.signUp({ email: 'new@example.org', password: 'eleven-char' });
		expect(error).toMatchObject({ status: 422, code: 'weak_password' });
		expect(error?.message).toContain('12 characters');
	});

	it('prints a sign-in link that lands in the app with a session, once', async () => {
		const link = await requestLink();
		expect(link.origin).toBe(server.url);
		const landed = await fetch(link, { redirect: 'manual' });
		const target = new URL(landed.headers.get('location') ?? '');
		expect(landed.status).toBe(303);
		expect(target.origin + target.pathname).toBe(`${server.url}/sign-in`);

		const session = new URLSearchParams(target.hash.slice(1));
		expect(session.get('type')).toBe('magiclink');
		const client = await server.client();
		const { data } = await client.auth.setSession({
			access_token: session.get('access_token') ?? '',
			refresh_token: session.get('refresh_token') ?? ''
		});
		expect(data.user?.email).toBe(aisha.email);

		const again = await fetch(link, { redirect: 'manual' });
		const refused = new URL(again.headers.get('location') ?? '');
		expect(new URLSearchParams(refused.hash.slice(1)).get('error_code')).toBe('otp_expired');
	});

	it('takes the token of a link through verifyOtp as well', async () => {
		const link = await requestLink();
		const { data, error } = await (
			await server.client()
		).auth.verifyOtp({ token_hash: link.searchParams.get('token') ?? '', type: 'magiclink' });
		expect(error).toBeNull();
		expect(data.user?.email).toBe(aisha.email);
	});

	it('keeps printed links in a file that only its owner reads', async () => {
		await requestLink();
		const file = await stat(join(server.dataDir, 'sign-in-links.log'));
		expect(file.mode & 0o777).toBe(0o600);
	});
});
