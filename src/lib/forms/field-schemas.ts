/**
 * Schemas for what is typed into our fields, with the sentences of the GOV.UK Design System.
 * A field's `name` is how it is spoken of inside a sentence: "the date it happened", "the number of people".
 */
import * as z from 'zod/mini';
import { formatMoney, PENCE_MAX, readMoney } from '$lib/money';
import { formatDate, isDate } from '$lib/time/dates';
import { readDecimal } from './decimal';
import { boxesOf, missingBoxes } from './typed-date';
import { readTime } from './typed-time';
import { readWholeNumber } from './whole-number';

interface DateRules {
	name: string;
	/** The last day allowed. `words` say what it is; left out, the date itself is said. */
	notAfter?: { date: string; words?: string };
	notBefore?: { date: string; words?: string };
	optional?: boolean;
}

/** A day typed into a DateInput: in, the field's text; out, `YYYY-MM-DD` ('' when optional and empty). */
export function dateField({ name, notAfter, notBefore, optional = false }: DateRules) {
	const Name = sentenceCase(name);
	return z.string().check(({ value, issues }) => {
		const fault = (message: string) => {
			issues.push({ code: 'custom', input: value, message });
		};
		if (value === '') return optional ? undefined : fault(`Enter ${name}`);
		const missing = missingBoxes(value);
		if (missing.length > 0) return fault(`${Name} must include a ${missing.join(' and ')}`);
		if (!/^\d{4}$/.test(boxesOf(value).year)) return fault('Year must include 4 numbers');
		if (!isDate(value)) return fault(`${Name} must be a real date`);
		if (notAfter && value > notAfter.date)
			return fault(
				`${Name} must be ${notAfter.words ?? `on or before ${formatDate(notAfter.date)}`}`
			);
		if (notBefore && value < notBefore.date)
			return fault(
				`${Name} must be ${notBefore.words ?? `on or after ${formatDate(notBefore.date)}`}`
			);
	});
}

/** A time of day: in, the field's text; out, `HH:MM`. */
export function timeField({ name }: { name: string }) {
	return z.pipe(
		z.string().check(({ value, issues }) => {
			const message = value.trim() === '' ? `Enter ${name}` : undefined;
			const fault = message ?? `${sentenceCase(name)} must be a time, like 9:30am or 5:30pm`;
			if (readTime(value) === null) issues.push({ code: 'custom', input: value, message: fault });
		}),
		z.transform((text) => readTime(text) ?? '')
	);
}

/** A day that has come: "must be today or in the past". */
export function pastDateField({ name, today }: { name: string; today: string }) {
	return dateField({ name, notAfter: { date: today, words: 'today or in the past' } });
}

interface NumberRules {
	name: string;
	min?: number;
	max?: number;
	optional?: boolean;
}

/** A whole number typed into a NumberInput: in, the field's text; out, the number, or null when optional and empty. */
export function wholeNumberField({ name, min = 0, max = 100_000, optional = false }: NumberRules) {
	const Name = sentenceCase(name);
	return z.pipe(
		z.string().check(({ value, issues }) => {
			const fault = (message: string) => {
				issues.push({ code: 'custom', input: value, message });
			};
			const number = readWholeNumber(value);
			if (number === null) return optional ? undefined : fault(`Enter ${name}`);
			if (Number.isNaN(number)) return fault(`${Name} must be a whole number, like 15`);
			if (number < min) return fault(`${Name} must be ${min.toLocaleString('en-GB')} or more`);
			if (number > max) return fault(`${Name} must be ${max.toLocaleString('en-GB')} or fewer`);
		}),
		z.transform(readWholeNumber)
	);
}

/** A number typed into a TextInput: in, the field's text; out, the number, or null when optional and empty. */
export function decimalField({ name, min = -1e12, max = 1e12, optional = false }: NumberRules) {
	const Name = sentenceCase(name);
	return z.pipe(
		z.string().check(({ value, issues }) => {
			const fault = (message: string) => {
				issues.push({ code: 'custom', input: value, message });
			};
			const number = readDecimal(value);
			if (number === null) return optional ? undefined : fault(`Enter ${name}`);
			if (Number.isNaN(number)) return fault(`${Name} must be a number, like 12.5`);
			if (number < min) return fault(`${Name} must be ${min.toLocaleString('en-GB')} or more`);
			if (number > max) return fault(`${Name} must be ${max.toLocaleString('en-GB')} or less`);
		}),
		z.transform(readDecimal)
	);
}

/** An amount typed into a MoneyInput: in, the field's text; out, pence, or null when optional and empty. */
export function moneyField({ name, min = 0, max = PENCE_MAX, optional = false }: NumberRules) {
	const Name = sentenceCase(name);
	return z.pipe(
		z.string().check(({ value, issues }) => {
			const fault = (message: string) => {
				issues.push({ code: 'custom', input: value, message });
			};
			const pence = readMoney(value);
			if (pence === null) return optional ? undefined : fault(`Enter ${name}`);
			if (Number.isNaN(pence)) return fault(`${Name} must be in pounds, like 2,400 or 2,400.50`);
			if (pence < min) return fault(`${Name} must be ${formatMoney(min)} or more`);
			if (pence > max) return fault(`${Name} must be ${formatMoney(max)} or less`);
		}),
		z.transform(readMoney)
	);
}

/** An email address: something on both sides of the @. Whether it exists, only a message to it can tell. */
export function emailField() {
	return z
		.string()
		.check(z.trim(), z.regex(/^\S+@\S+$/, 'Enter an email address, like name@council.gov.uk'));
}

/** Text with its edges trimmed: "Enter the title", "The title must be 80 characters or fewer". */
export function textField({
	name,
	max,
	optional = false
}: {
	name: string;
	max: number;
	optional?: boolean;
}) {
	return z
		.string()
		.check(
			z.trim(),
			...(optional ? [] : [z.minLength(1, `Enter ${name}`)]),
			z.maxLength(
				max,
				`${sentenceCase(name)} must be ${max.toLocaleString('en-GB')} characters or fewer`
			)
		);
}

function sentenceCase(name: string): string {
	return name.charAt(0).toUpperCase() + name.slice(1);
}
