import { expect, it } from 'vitest';
import { NOTHING_READ } from '$lib/store/inbox';
import { syncSentence } from './sync-sentence';

const mark = { ...NOTHING_READ, heardAt: '2026-11-16T17:42:00Z' };
const calm = { problem: null, phase: 'idle', fileOnItsWay: null } as const;
const none = { waiting: 0, attention: 0, photos: 0 };

it('says where the work is', () => {
	expect(syncSentence(calm, { mark, unsent: none })).toBe(
		'Everything is sent. Last updated Mon 16 Nov, 17:42.'
	);
	expect(
		syncSentence({ ...calm, problem: 'offline' }, { mark, unsent: { ...none, waiting: 2 } })
	).toBe('Offline. 2 changes wait to be sent. Last updated Mon 16 Nov, 17:42.');
	expect(
		syncSentence(
			{ ...calm, problem: 'offline', phase: 'sending' },
			{ mark, unsent: { ...none, waiting: 1 } }
		)
	).toMatch(/^Offline\. 1 change waits to be sent\./);
	expect(
		syncSentence({ ...calm, phase: 'sending' }, { mark, unsent: { ...none, waiting: 1 } })
	).toMatch(/^Sending 1 change\./);
	expect(
		syncSentence({ ...calm, problem: 'signed_out' }, { mark, unsent: { ...none, waiting: 1 } })
	).toMatch(/^Sign in again to send\./);
	expect(syncSentence(calm, { mark, unsent: { waiting: 2, attention: 1, photos: 1 } })).toMatch(
		/^2 changes and 1 photo wait to be sent\. 1 needs attention\./
	);
	expect(
		syncSentence({ ...calm, fileOnItsWay: 'a' }, { mark, unsent: { ...none, photos: 3 } })
	).toMatch(/^Sending 3 photos\./);
});
