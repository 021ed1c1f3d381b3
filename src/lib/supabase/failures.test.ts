import { expect, it } from 'vitest';
import { toFailure } from './failures';

it.each([
	['no answer', { message: 'fetch failed' }, 0, 'offline'],
	['a network error of the sign-in', { message: 'failed', status: 0 }, undefined, 'offline'],
	['a token that ran out', { message: 'JWT expired', code: 'PGRST303' }, 401, 'signed_out'],
	[
		'a session that is over',
		{ message: '', code: 'session_not_found', status: 403 },
		undefined,
		'signed_out'
	],
	[
		'no session at all',
		{ message: '', name: 'AuthSessionMissingError', status: 400 },
		undefined,
		'signed_out'
	],
	[
		'a wrong password',
		{ message: '', code: 'invalid_credentials', status: 400 },
		undefined,
		'wrong_password'
	],
	['too many tries', { message: '' }, 429, 'too_many_tries'],
	['a busy server', { message: '' }, 503, 'unavailable'],
	['a timeout of the server', { message: '', code: '57014' }, 500, 'unavailable'],
	['a refused call', { message: '', code: '22023' }, 400, 'refused']
] as const)('has a word for %s', (_, error, status, code) => {
	expect(toFailure(error, status).code).toBe(code);
});
