import { describe, expect, it } from 'vitest';
import { feedbackFigures } from '../src/lib/insight/feedback';
import { sampleRow } from '../src/lib/records/sample-rows';
import { followUp, people } from './files';
import { feedbackRows, referralRows } from './follow-up-rows';

const TODAY = '2026-11-17';
const userIds = new Map(people.people.map(({ email }) => [email, crypto.randomUUID()]));

describe('what follows from the demonstration’s contacts', () => {
	it('is 31 things heard, 19 told, the oldest that waits said 94 days ago', () => {
		const loops = feedbackRows(userIds, TODAY).map((row) =>
			sampleRow('feedback_loops', row as Parameters<typeof sampleRow<'feedback_loops'>>[1])
		);
		expect(feedbackFigures(loops, TODAY)).toEqual({
			heard: 31,
			answered: 25,
			told: 19,
			oldestDays: 94
		});
	});

	it('goes step by step: said, answered, told', () => {
		for (const { said_days, answered_days, told_days } of followUp.feedback) {
			if (answered_days !== null) expect(answered_days).toBeLessThanOrEqual(said_days);
			if (told_days !== null) expect(told_days).toBeLessThanOrEqual(answered_days ?? -1);
		}
	});

	it('refers to services of the directory that help with the reason, by today', () => {
		for (const { route, reason } of followUp.referrals)
			expect(followUp.routes.find(({ name }) => name === route)?.reasons, route).toContain(reason);
		for (const { referred_on, answered_on } of referralRows(userIds, TODAY)) {
			const answered = answered_on ?? TODAY;
			expect(referred_on <= answered && answered <= TODAY, referred_on).toBe(true);
		}
	});
});
