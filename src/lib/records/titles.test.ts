import { expect, it } from 'vitest';
import { fullTitleOf } from './titles';

it('names a record in words that an officer knows', () => {
	expect(fullTitleOf('engagement_logs', { type: 'conversation' })).toBe('Log: Conversation');
	expect(fullTitleOf('engagement_logs', undefined)).toBe('Log');
});
