import { expect, it } from 'vitest';
import { NOTHING_READ } from '$lib/store/inbox';
import { syncSentence } from './sync-sentence';

const mark = { ...NOTHING_READ, heardAt: '2026-11-16T17:42:00Z' };
const calm = { problem: null, phase: 'idle' } as const;

it('says where the work is', () => {
	expect(syncSentence(calm, { mark, waiting: 0 })).toBe(
		'Everything is sent. Last updated Mon 16 Nov, 17:42.'
	);
	expect(syncSentence({ ...calm, problem: 'offline' }, { mark, waiting: 2 })).toBe(
		'Offline. 2 changes wait to be sent. Last updated Mon 16 Nov, 17:42.'
	);
	expect(syncSentence({ ...calm, phase: 'sending' }, { mark, waiting: 1 })).toMatch(
		/^Sending 1 change\./
	);
	expect(syncSentence({ ...calm, problem: 'signed_out' }, { mark, waiting: 1 })).toMatch(
		/^Sign in again to send\./
	);
});
