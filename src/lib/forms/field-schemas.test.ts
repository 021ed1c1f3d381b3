import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { dateField, pastDateField, textField, wholeNumberField } from './field-schemas';

/** The value that came out, or the first sentence. */
function read(schema: z.ZodMiniType, value: unknown): unknown {
	const parsed = schema.safeParse(value);
	return parsed.success ? parsed.data : parsed.error.issues[0]?.message;
}

describe('pastDateField', () => {
	const happened = pastDateField({ name: 'the date it happened', today: '2026-11-17' });

	it.each([
		['2026-11-17', '2026-11-17'],
		['', 'Enter the date it happened'],
		['2026-11-', 'The date it happened must include a day'],
		['2026--', 'The date it happened must include a day and month'],
		['26-11-17', 'Year must include 4 numbers'],
		['2026-feb-30', 'The date it happened must be a real date'],
		['2026-smarch-3', 'The date it happened must be a real date'],
		['2026-11-18', 'The date it happened must be today or in the past']
	])('%j gives %j', (value, result) => expect(read(happened, value)).toBe(result));
});

describe('dateField', () => {
	it('names the limits when no words are given for them', () => {
		const due = dateField({ name: 'the due date', notBefore: { date: '2026-04-01' } });
		expect(read(due, '2026-03-31')).toBe('The due date must be on or after 1 April 2026');
	});

	it('may be left empty when optional, not half typed', () => {
		const due = dateField({ name: 'the due date', optional: true });
		expect(read(due, '')).toBe('');
		expect(read(due, '--17')).toBe('The due date must include a month and year');
	});
});

describe('wholeNumberField', () => {
	const people = wholeNumberField({ name: 'the number of people', max: 500 });

	it.each([
		['6', 6],
		['', 'Enter the number of people'],
		['about 20', 'The number of people must be a whole number, like 15'],
		['-1', 'The number of people must be 0 or more'],
		['501', 'The number of people must be 500 or fewer']
	])('%j gives %j', (value, result) => expect(read(people, value)).toBe(result));

	it('is null when optional and empty', () =>
		expect(read(wholeNumberField({ name: 'people', optional: true }), ' ')).toBeNull());
});

describe('textField', () => {
	const title = textField({ name: 'the title', max: 5 });

	it.each([
		['  Fair ', 'Fair'],
		['   ', 'Enter the title'],
		['Winter', 'The title must be 5 characters or fewer']
	])('%j gives %j', (value, result) => expect(read(title, value)).toBe(result));
});
