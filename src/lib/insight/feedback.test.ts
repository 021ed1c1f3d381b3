import { describe, expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { answeredIn, feedbackFigures, stageOf } from './feedback';

const TODAY = '2026-11-17';
const waiting = sampleRow('feedback_loops', { said_on: '2026-11-10' });
const answered = sampleRow('feedback_loops', {
	said_on: '2026-08-15',
	outcome: 'did',
	response: 'We mended it.',
	responded_on: '2026-09-01',
	ward_code: 'E05013097'
});
const told = sampleRow('feedback_loops', {
	...answered,
	id: crypto.randomUUID(),
	said_on: '2026-01-01',
	told_on: '2026-10-01',
	told_how: ['meeting'],
	responded_on: '2026-09-02',
	ward_code: null
});

describe('feedback', () => {
	it('is unanswered, then untold, then told', () => {
		expect([waiting, answered, told].map(stageOf)).toEqual(['unanswered', 'untold', 'told']);
	});

	it('is counted, with the days since the oldest that waits was said', () => {
		expect(feedbackFigures([waiting, answered, told], TODAY)).toEqual({
			heard: 3,
			answered: 2,
			told: 1,
			oldestDays: 94
		});
		expect(feedbackFigures([told], TODAY).oldestDays).toBeNull();
	});

	it('goes onto a sheet once it is answered, by period and ward', () => {
		const all = [waiting, answered, told];
		const year = { since: '2026-01-01', until: TODAY };
		expect(answeredIn(all, year, '')).toEqual([told, answered]);
		expect(answeredIn(all, year, 'E05013097')).toEqual([answered]);
		expect(answeredIn(all, { since: '2026-09-02', until: TODAY }, '')).toEqual([told]);
	});
});
