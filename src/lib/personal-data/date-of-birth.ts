/** Dates that the words around say are somebody's birth. Any other date is an event's. */
import { spansOf, wordsAfter, wordsBefore, type Span } from './span';

const MONTH =
	'(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY = '(?:[12]\\d|3[01]|0?[1-9])';
const YEAR = "(?:19\\d\\d|20\\d\\d|'?\\d\\d(?!\\d))";
const dates = new RegExp(
	`(?<![\\w£.])(?:` +
		`${DAY}(?<gap>[/.-]| ?/ ?| )(?:1[0-2]|0?[1-9])\\k<gap>(?<y1>${YEAR})` +
		`|(?<y2>(?:19|20)\\d\\d)[-/](?:1[0-2]|0[1-9])[-/]${DAY}` +
		`|${DAY}(?:st|nd|rd|th)?(?: of)?[ /-]?${MONTH}\\b\\.?,?(?:[ /-]?(?<y3>${YEAR}))?` +
		`|${MONTH} ${DAY}(?:st|nd|rd|th)?(?:,? (?<y4>(?:19|20)\\d\\d))?` +
		`|\\d{8}|\\d{6}` +
		`)(?![\\w/-]|\\.\\d)`,
	'gi'
);

const label =
	/(?:\bd\.? ?o\.? ?b(?:'?s\b|\.|\b)|\bdates? of births?\b|\bbirth ?dates?\b|\bb\.(?= ?$))(?<between>[^!?\n]{0,40})$/i;
const born =
	/(?<who>[^.!?\n]{0,40})\bborn(?: there| here)?(?: in \w+(?: \w+)?| at [\w ]{2,20}?)?,?:?(?: on)?(?: the)? ?$/i;
const birthday = /\b(?:birthday|b'?day),?(?: (?:is|was|on|the|falls)){0,3}:? $/i;
/** Words that make of the date something else than the birth. */
const otherwise =
	/\b(?:not|no|without|nor|visit(?:ed)?|seen|met|meeting|events?|session|deadline|by|until|due|taken|next|asked|form|appointment|between|after|before|since|from|onwards|recorded on|updated|checked)\b/i;
const cohort =
	/\b(?:children|babies|people|those|anyone|everyone|pupils|residents|adults|all|kids|women|men|project|group|charity|idea|club|network|forum|partnership|festival|hub|service|scheme|initiative|campaign|movement|organisation|plan|was the \w+|centre|team)(?: (?:was|were|is|are|that|who))?\s*$/i;
const ageBefore =
	/(?:\baged?:?\s*(?:of |is )?(?<a>\d{1,3})(?:(?:,|,? and|,? &) \d{1,2})*|\b(?<b>\d{1,3})\s?(?:yrs?|years?|y\/?o)\b(?:[ -]?olds?)?)\s?[,;(:-]{0,2}\s?$/i;
const ageAfter =
	/^\s?[,;(-]{0,2}\s?(?:(?:aged?|now) (?<a>\d{1,3})\b|(?<b>\d{1,3})\s?(?:yrs?|years?)(?: old)?\b)(?!\+|-)/i;
const labelAfter =
	/^\s?(?:[,;([]\s?(?:d\.?o\.?b|date of birth|born)\b(?!\W{0,3}\d)|(?:is|as|was|-|=) (?:(?:his|her|their|the) )?(?:d\.?o\.?b\b|date of birth))/i;
const range = /^\s?(?:to|until|till|onwards|or (?:after|later|before|earlier))\b/i;
/** Between one birth and the next of a list. */
const listed = /^[ ,;&/+()]*(?:and|then)?[ ,]*(?:[A-Z]\w+:?)?[ ,(-]*$/;

/** How near the plain word a date without its year must stand, in characters. */
const NEAR = 10;

/** @param year the present one, for what "aged 7" says about a date */
export function findDatesOfBirth(text: string, year = new Date().getFullYear()): Span[] {
	if (!/\d/.test(text)) return [];
	let lastBirth = -Infinity;
	return spansOf(text, dates, (span, { groups }) => {
		const typed = text.slice(span.start, span.end);
		const dated = groups?.y1 ?? groups?.y2 ?? groups?.y3 ?? groups?.y4;
		const before = wordsBefore(text, span, 60);
		const after = wordsAfter(text, span, 30);
		const isBirth = ((): boolean => {
			if (listed.test(text.slice(lastBirth, span.start)) && span.start - lastBirth < 20)
				return dated !== undefined;
			const named = label.exec(before);
			if (named) {
				const between = named.groups?.between ?? '';
				return !otherwise.test(between) && (dated !== undefined || between.length <= NEAR);
			}
			// A bare number or a day without its year needs the plain word.
			if (!dated || /^\d+$/.test(typed)) return false;
			const years = yearsMeant(dated, year);
			const birth = born.exec(before);
			if (birth) return !range.test(after) && !cohort.test(birth.groups?.who ?? '');
			if (birthday.test(before)) return years.some((born) => born < year - 1);
			if (labelAfter.test(after)) return true;
			const aged = ageBefore.exec(before)?.groups ?? ageAfter.exec(after)?.groups;
			const age = Number(aged?.a ?? aged?.b);
			// Born then and that old: written down within the last years, not a meeting of today.
			return years.some((born) => born + age <= year && born + age >= year - 12);
		})();
		if (isBirth) lastBirth = span.end;
		return isBirth;
	});
}

function yearsMeant(typed: string, year: number): number[] {
	const digits = Number(typed.replace(/\D/g, ''));
	return digits > 99 ? [digits] : [1900 + digits, 2000 + digits].filter((meant) => meant <= year);
}
