import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyField } from './forms/field-schemas';
import { formatMoney, moneyText, PENCE_MAX, readMoney } from './money';

describe('an amount as typed', () => {
	it.each([
		['2400', 240_000],
		['2,400', 240_000],
		['£2,400.50', 240_050],
		['£ 2 400', 240_000],
		['2.5', 250],
		['0.07', 7],
		['1,234,567.89', 123_456_789],
		['', null],
		['  ', null]
	])('%j is %j pence', (text, pence) => expect(readMoney(text)).toBe(pence));

	it.each(['2k', '-5', '2.345', '2,40', '1,20,000', '££', '2400 pounds', '.', '1e3'])(
		'%j is none',
		(text) => expect(readMoney(text)).toBeNaN()
	);

	it('reads back every amount that it shows', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: PENCE_MAX }), (pence) => {
				expect(readMoney(formatMoney(pence))).toBe(pence);
				expect(readMoney(moneyText(pence))).toBe(pence);
			})
		);
	});
});

it('shows pence where there are some', () => {
	expect(formatMoney(240_000)).toBe('£2,400');
	expect(formatMoney(240_050)).toBe('£2,400.50');
	expect(formatMoney(5)).toBe('£0.05');
	expect(moneyText(null)).toBe('');
});

describe('a field for an amount', () => {
	const field = moneyField({ name: 'the amount', min: 1, max: 500_000 });
	it.each([
		['', 'Enter the amount'],
		['lots', 'The amount must be in pounds, like 2,400 or 2,400.50'],
		['0', 'The amount must be £0.01 or more'],
		['5,000.01', 'The amount must be £5,000 or less']
	])('says of %j: %s', (text, sentence) => {
		expect(field.safeParse(text).error?.issues.map(({ message }) => message)).toEqual([sentence]);
	});
	it('gives pence', () => expect(field.parse('£2,400')).toBe(240_000));
	it('may be left empty where it is optional', () => {
		expect(moneyField({ name: 'the cost', optional: true }).parse('')).toBeNull();
	});
});
