import { expect, it } from 'vitest';
import { dutyInWords, timeLeft } from './deadline-words';

const deadline = {
	duty: 'information' as const,
	due: '2027-03-31',
	days: 134,
	state: 'later' as const
};

it('says what is due, and by when', () => {
	expect(dutyInWords(deadline)).toBe('Publish equality information by 31 March 2027');
});

it.each([
	[-1, '1 day overdue'],
	[0, 'Today is the last day'],
	[134, '134 days left'],
	[1230, '3 years and 4 months left'],
	[1461, '4 years left']
])('says how long is left, %d days before', (days, words) => {
	expect(timeLeft({ ...deadline, days })).toBe(words);
});
