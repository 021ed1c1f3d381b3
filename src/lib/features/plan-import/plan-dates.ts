/** Dates as plans print them. */
import { addDays, addMonths, dateFromParts } from '$lib/time/dates';

const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*';

/**
 * The period that a plan's title names, from April to March: "2015/16" is one year, "2022-26" and "2022 to 2026" are
 * four. Days as `YYYY-MM-DD`, '' where it names none.
 */
export function periodIn(title: string): { startsOn: string; endsOn: string } {
	const match = /\b(20\d\d)\s*(?:[-–—/]|to|until)\s*(20)?(\d\d)\b/i.exec(title);
	const from = Number(match?.[1]);
	const to = Number(`20${match?.[3]}`);
	if (!match || to <= from) return { startsOn: '', endsOn: '' };
	return { startsOn: `${from}-04-01`, endsOn: `${to}-03-31` };
}

/**
 * A deadline as a day, or in words where it is none: a month ends with its last day, "2018" or "each quarter" stay words.
 */
export function readDue(text: string): { due_on: string | null; due_rule: string | null } {
	const said = text.trim();
	if (said === '') return { due_on: null, due_rule: null };
	const due_on = dayIn(said.replace(/^(due\s+)?(by\s+)?(the\s+)?(end\s+(of\s+)?)?/i, ''));
	return due_on ? { due_on, due_rule: null } : { due_on: null, due_rule: said };
}

function dayIn(text: string): string | null {
	const numbers = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/.exec(text);
	if (numbers) return dateFromParts(numbers[1] ?? '', numbers[2] ?? '', fullYear(numbers[3] ?? ''));
	const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
	if (iso) return dateFromParts(iso[3] ?? '', iso[2] ?? '', iso[1] ?? '');
	const day = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?\\s+${MONTH},?\\s+(\\d{4})$`, 'i').exec(text);
	if (day) return dateFromParts(day[1] ?? '', (day[2] ?? '').slice(0, 3), day[3] ?? '');
	const month = new RegExp(`^${MONTH}\\.?[\\s-]+(\\d{4}|\\d{2})$`, 'i').exec(text);
	const first = month && dateFromParts('1', (month[1] ?? '').slice(0, 3), fullYear(month[2] ?? ''));
	return first ? addDays(addMonths(first, 1), -1) : null;
}

function fullYear(year: string): string {
	return year.length === 2 ? `20${year}` : year;
}
