import { describe, expect, it } from 'vitest';
import { sampleRow } from '../sample-rows';
import { dueOn } from './issue-rules';

const council = sampleRow('councils');
const due = (reported: string) => dueOn('offensive_graffiti', new Date(reported), council);

describe('an issue is due', () => {
	it('one working day after the report, for offensive graffiti', () => {
		expect(due('2026-11-17T10:00:00Z')).toBe('2026-11-18');
		expect(due('2026-11-20T10:00:00Z')).toBe('2026-11-23');
	});

	it('a working day later after hours, at the weekend and on a bank holiday', () => {
		expect(due('2026-11-20T17:30:00Z')).toBe('2026-11-24');
		expect(due('2026-11-21T10:00:00Z')).toBe('2026-11-24');
		expect(due('2026-12-25T10:00:00Z')).toBe('2026-12-30');
	});

	it('by the London clock, in summer too', () => {
		expect(due('2026-07-01T15:59:00Z')).toBe('2026-07-02');
		expect(due('2026-07-01T16:00:00Z')).toBe('2026-07-03');
	});

	it('by the council’s own hours and days', () => {
		const late = { ...council, office_closes_at: '20:00:00', offensive_graffiti_days: 2 };
		expect(dueOn('offensive_graffiti', new Date('2026-11-17T19:59:00Z'), late)).toBe('2026-11-19');
	});

	it('the same day where it cannot wait', () => {
		expect(dueOn('hate_incident', new Date('2026-11-21T23:30:00Z'), council)).toBe('2026-11-21');
	});
});
