import { describe, expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { hoursInWords, promiseInWords, rateInWords, timerOf } from './issue-words';

const FRIDAY = '2026-11-20';
const words = (columns: Parameters<typeof sampleRow<'issues'>>[1], today = FRIDAY) =>
	timerOf(sampleRow('issues', columns), today).words;
const resolved = (resolved_at: string) =>
	({ status: 'resolved', due_on: FRIDAY, resolved_at }) as const;

describe('the timer of an issue', () => {
	it('counts down in working days', () => {
		expect(words({ due_on: FRIDAY })).toBe('Due today');
		expect(words({ due_on: '2026-11-21' })).toBe('Due tomorrow');
		expect(words({ due_on: '2026-11-23' })).toBe('1 working day left');
		expect(words({ due_on: '2026-11-27' })).toBe('5 working days left');
	});

	it('then counts how late it is', () => {
		expect(words({ due_on: '2026-11-18' })).toBe('2 working days late');
		expect(words({ due_on: FRIDAY }, '2026-11-21')).toBe('Late');
		expect(words({ due_on: FRIDAY }, '2026-11-23')).toBe('1 working day late');
	});

	it('and says how it ended', () => {
		expect(words(resolved('2026-11-20T23:00:00Z'))).toBe('Put right in time');
		expect(words(resolved('2026-11-24T09:00:00Z'))).toBe('Put right 2 working days late');
		expect(words({ status: 'cannot' })).toBe('Cannot be put right');
	});
});

describe('what the council promises', () => {
	const council = sampleRow('councils');

	it('is said by kind', () => {
		expect(promiseInWords('offensive_graffiti', council)).toBe(
			'Offensive graffiti: within 1 working day.'
		);
		expect(promiseInWords('hate_incident', council)).toContain('whatever the hour');
	});

	it('and with the hour at which the office closes', () => {
		expect(hoursInWords(council)).toContain('after 5pm,');
		expect(hoursInWords({ ...council, office_closes_at: '17:30:00' })).toContain('after 5:30pm,');
	});
});

it('a rate says what it rests on', () => {
	const rate = { kind: 'lighting' as const, decided: 12, inTime: 11, cannot: 0, percent: 92 };
	expect(rateInWords(rate)).toBe('92% (11 of 12)');
	expect(rateInWords({ ...rate, decided: 0, percent: null })).toBe('None to go by yet');
});
