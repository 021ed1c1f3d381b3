import { describe, expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { amountInWords, applicantOf, toneOf } from './grant-words';

describe('a grant in words', () => {
	it('says what was asked for until something is promised', () => {
		const grant = sampleRow('grants', { requested_pence: 270_000 });
		expect(amountInWords(grant)).toBe('£2,700 asked for');
		const promised = { ...grant, awarded_pence: 240_000 };
		expect(amountInWords({ ...promised, status: 'approved' })).toBe('£2,400 approved');
		expect(amountInWords({ ...promised, status: 'monitored' })).toBe('£2,400 awarded');
		// A withdrawal that was not sent yet: the server clears the award.
		expect(amountInWords({ ...promised, status: 'withdrawn' })).toBe('£2,700 asked for');
	});

	it('names who applies, and says where that is not here', () => {
		const choir = sampleRow('organisations', { name: 'Choir' });
		expect(applicantOf({ organisation_id: choir.id }, [choir])).toBe('Choir');
		expect(applicantOf({ organisation_id: choir.id }, [])).toContain('not on this device');
	});

	it('marks what waits for somebody', () => {
		expect([toneOf('scored'), toneOf('awarded'), toneOf('closed')]).toEqual([
			'amber',
			'green',
			'neutral'
		]);
	});
});
