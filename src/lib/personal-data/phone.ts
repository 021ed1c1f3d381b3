/** UK telephone numbers as people type them, and international ones. Public numbers (0300, 0800, 101…) are nobody's own. */
import { isReference, spansOf, wordsAfter, wordsBefore, type Span } from './span';
import { tellsOfSomebody, whose } from './whose';

const GAP = '[ .()/-]{0,3}';
/** Zero or country code, and the ten digits that follow it. The letter O passes for a zero. */
const national = new RegExp(
	`(?<!\\d|\\d[.,-]|[£$€#]|\\d(?=[oO]))(?<prefix>\\(?(?:\\+|\\b00)44\\)?[ .-]?(?:\\(0\\)|0)?|\\b44 ?(?=7)|\\(?0|\\b[oO](?=[ ]?7))(?<number>(?:${GAP}\\d){10})(?!\\d)`,
	'g'
);
const mobileWithoutZero = /(?<![\w£$€#.,+/-])7[1-9]\d{2}[ .-]?\d{3}[ .-]?\d{3}(?![\d-])/g;
const landlineWithoutZero =
	/\b(?:tel|telephone|phone|ph|ring|call|landline|number|no|home)\b[ .:]*(?:(?:is|on|at|her|him|no)[ .:]*){0,3}(?<it>[12]\d{2,3}[ -]?\d{3}[ -]?\d{3,4})(?!\d)/gi;
const abroad = /(?:\+|(?<![\d.])00)(?!44)[1-9](?:[ .()-]{0,2}\d){8,13}(?!\d)/g;
/** Without the area code: only where the words before say what it is. */
const local =
	/\b(?:tel|telephone|phone|ph|ring|rang|call|landline|(?:her|his|phone|home|contact) (?:number|no))\b[ .:]*(?:(?:is|on|at|her|him|them|back|no|number|landline|home)\b[ .:]*){0,4}(?<it>(?!116|999|[01])\d{3}[ -]?\d{3})(?![\d-]|[ ]?(?:people|times|homes|residents|households|leaflets))/gi;

/** A phone that people share at work is not a resident's. */
const service =
	/(?<!\b(?:his|her|my) )\b(?:help ?line|hot ?line|text ?line|text (?:service|chathealth)|chathealth|duty|on[- ]call|out[- ]of[- ]hours|(?:office|work|team|project|centre|service|group|club|warden|police|school|church|reception)(?:'?s)? (?:mobile|mob|phone|whatsapp))\b[^.!?\n]{0,25}$/i;
const phoneWord =
	/(?:^|[^a-z])(?:t|tel|m|mob|mobile|ph|phone|no|number|on|is|at|cell|whatsapp|text|ring|call)[.:-]?$/i;

/** A landline without an owner in sight: a shop's after its name, somebody's where one is asked to ring it. */
const toRing =
	/(?:^\W*|[:([*-] ?|\b(?:tel|telephone|phone|ph|landline|number|num|nos?|ring|call|contact|text|voice ?mail|message|reach|via)\b(?:(?! the )[^.!?\n]){0,25})$/i;

export function findPhones(text: string): Span[] {
	return [
		...spansOf(text, national, (span, { groups }) => {
			const { prefix = '', number = '' } = groups ?? {};
			const digits = number.replace(/\D/g, '');
			return (
				standsAlone(text, span) &&
				isGroupedLikePhone(prefix.includes('44') ? '' : '0', number) &&
				(digits.startsWith('7') ? isMobile(text, span) : isLandline(text, span, digits))
			);
		}),
		...spansOf(text, mobileWithoutZero, (span) => isMobile(text, span)),
		...spansOf(text, landlineWithoutZero, (span) => whose(text, span) !== 'organisation'),
		...spansOf(text, abroad, (span) => whose(text, span) !== 'organisation'),
		...spansOf(text, local, (span) => whose(text, span) !== 'organisation')
	];
}

function isMobile(text: string, span: Span): boolean {
	return !isReference(text, span) && !service.test(wordsBefore(text, span, 40));
}

function isLandline(text: string, span: Span, digits: string): boolean {
	if (!/^[12]/.test(digits) || isReference(text, span)) return false;
	const owner = whose(text, span);
	if (owner) return owner === 'person';
	return toRing.test(wordsBefore(text, span, 40)) || tellsOfSomebody(text, span);
}

/** No part of a longer code: letters that touch it must be words such as "tel". */
function standsAlone(text: string, span: Span): boolean {
	const touching =
		/[\w.:-]*$/.exec(text.slice(Math.max(0, span.start - 12), span.start))?.[0] ?? '';
	return (
		(/^[.:-]?$/.test(touching) || phoneWord.test(touching) || /[.:]$|[a-z]{3}-$/.test(touching)) &&
		!/^\s?(?:%|people\b)/.test(wordsAfter(text, span, 8))
	);
}

/** An area code first, or all in twos: dates, times and sums look otherwise. */
function isGroupedLikePhone(zero: string, number: string): boolean {
	const groups = (zero + number.replace(/^\D+/, '')).match(/\d+/g) ?? [];
	const [first = '', second = ''] = groups;
	if (!zero || first.length >= 3) return true;
	if (first.length === 2 && second.length >= 3) return !/[./]/.test(number);
	const gaps = new Set(number.match(/(?<=\d)\D+(?=\d)/g));
	return gaps.size <= 1 && groups.every(({ length }) => length <= 2);
}
