/**
 * Names with a title: "Mrs Khan", "mr & mrs patel". People in public office, and what is named after people, are not
 * residents.
 */
import type { Span } from './span';

const TITLES = 'mr|mrs|ms|mx|miss|mister|dr|prof';
const titles = new RegExp(
	`(?<![\\p{L}\\p{N}_'-])(?<title>${TITLES})(?:\\.|(?![\\p{L}\\p{N}'-]))`,
	'giu'
);
const joined = new RegExp(` ?(?:&|and|n|/|\\+|or) ?(?:${TITLES})\\.?(?![\\p{L}\\p{N}])`, 'iuy');
const SURNAME = "\\p{L}(?:'\\p{L}{2,}|\\p{L}+)(?:-\\p{L}{2,}|'\\p{Lu}\\p{L}+){0,2}";
/** Initials, particles and the name itself, with the capitalised words that follow. */
const names = new RegExp(
	` {0,2}(?:\\p{Lu}\\.? ){0,3}(?:(?:van|von|der|den|de|da|dos|di|la|le|el|al|bin|ibn|st)\\b\\.?[ '-]){0,3}(?<name>${SURNAME})(?<more>(?: \\p{Lu}(?:\\p{L}|['-]\\p{L}{2}){1,20}){0,3})`,
	'uy'
);

const noName =
	/^(?:and|or|the|a|an|in|on|at|to|of|for|from|with|by|who|whom|that|this|these|which|is|was|are|were|has|had|have|will|would|can|could|said|says|say|told|asked|asks|wants?|wanted|came|comes?|got|gets?|now|then|also|but|not|no|so|if|when|where|why|how|next|who's|lives?|left|rang|called|phoned|re|about|over|under|up|down|out|off|there|here|he|she|they|we|you|it|its|his|her|their|my|our|your|as|any|all|some|more|most|much|too|very|only|just|each|every|both|them|him|me|us|because|due|after|before|until|since|while|being|been|be|do|does|did|don't|won't|isn't|aged|old|name|names|surname|etc|none|title|titles|first|last|please|both|one|two|three|four)$/i;
/** Not people: days, months, makers, characters, and addresses to the chair. */
const knownAs: Record<string, RegExp> = {
	mr: /^(?:mayor|speaker|chair|chairman|president|vice|bean|kipling|whippy|men|tumble|blobby|punch|right|big|motivator|claus|muscle|frosty|tickle|happy|kebab|benn|clutch|potato|nice|blue|wonderful|perfect|softee|cod|chips|chippy|pizza|fish|wash|magic|bump|bubbles?|messy|men's|darcy|t|x|y|z)$/i,
	mrs: /^(?:mayor|speaker|doubtfire|claus|punch|tiggywinkle|hinch|beeton|dalloway|brown's|mop|t|x|y|z)$/i,
	ms: /^(?:society|teams?|word|office|excel|forms|outlook|windows|access|publisher|powerpoint|nurses?|clinic|group|support|patients?|sufferers?|awareness|therapy|trust|diagnosis|symptoms?|branch|week|cafe|drop-in|exercise|charity|fatigue|relapse|marvel|chair|copilot|sharepoint|project|planner|centre|link|volunteer|services?|research|online|invite|meeting|x|y|z)$/i,
	miss: /^(?:world|england|britain|universe|saigon|marple|havisham|trunchbull|piggy|honey|selfridge|sunshine|x|y|z|oxford|eid|diwali|christmas|easter|ramadan|ofsted|english|home|school|church|friday|prayers?|family|friends?|work|council|nhs|gp)$/i,
	dr: /^(?:who|martens?|pepper|seuss|oetker|dre|bike|appointments?|appts?|surgery|visits?|letters?|notes?|receptionist|practice|strange|luther|king|martin luther king|mlk|oxford|doolittle|dolittle|jekyll|x|y|z)$/i
};
const calendar =
	/^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$|^(?:january|february|march|april|june|july|august|september|october|november|december)$/i;

/** "Dr Patel's surgery", "Mrs Beeton's Café": the name of a place. */
const PLACES =
	'surgery|practice|clinic|pharmacy|chemist|caf[eé]|shop|bakery|bakers|takeaway|barbers?|salon|garage|newsagents?|restaurant|kitchen|tea ?rooms?|nursery|school|primary|academy|college|library|museum|theatre|hall|court|hospital|centre|foundation|trust|charity|memorial|cup|prize|award|solicitors|opticians?|dental|kebabs?|pizza|stores?|butchers?|florist|deli|pub|arms|chippy|garden centre|sweet shop|playgroup|dance school|road|street|lane|close|avenue|way|boys|lecture|bookshop|larder';
const placeAfter = new RegExp(
	`^(?:'s?|s')? (?:(?:\\p{Lu}\\p{L}+|corner|chip|sweet|village|family) )?(?:${PLACES})\\b`,
	'iu'
);
/** "Mrs Mills singalong": who is played. */
const playedAfter =
	/^(?:'s)? (?:\w+ )?(?:show|tribute|singalong|sketch|puppets?|theatre|panto|film|comics?|quiz|costume|masks?|musical)\b/i;
const placeWithin = new RegExp(` (?:${PLACES}|house)$`, 'i');
const placeBare = new RegExp(`^ (?:\\p{Lu}\\p{L}+ )?\\p{Lu}`, 'u');

const OFFICE =
	'm\\.?p|mep|mp|cllr|councillor|(?:lord |deputy )?mayor|minister|sheriff|(?:police and crime )?commissioner|pcc|secretary of state|prime minister|pm|chancellor|council leader|leader of the council|high sheriff|lord[- ]lieutenant|cabinet member|portfolio holder|judge|coroner';
const officeBefore = new RegExp(`\\b(?:${OFFICE})s?[,:]? ?(?:\\(?the )?\\(?$`, 'i');
const officeAfter = new RegExp(
	`^(?:'s)?(?:,| -)? ?\\(?(?:(?:our|the|local|ward|your|city|county|district|parish|town|deputy|lord|labour|lib ?dem|green|tory|conservative|independent|former|cowley|for \\w+) ){0,3}(?:${OFFICE}|lab|ld|con|lib dem)\\b`,
	'i'
);
/** "(Labour, Cowley)" */
const partyAfter =
	/^ \((?:lab(?:our)?|lib(?:eral)? dem\w*|greens?|con(?:servative)?|tory|independent|reform)\b/i;
const officeWithin = / (?:M\.?P|MEP|Mayor|Cllr|Councillor)$/;

export function findTitledNames(text: string): Span[] {
	const spans: Span[] = [];
	/** Where the last holder of an office ended: what "Councillors" says goes for the next as well. */
	let lastOffice = text.length;
	for (const { index: start, 0: typed, groups } of text.matchAll(titles)) {
		if (spans.length && start < (spans.at(-1)?.end ?? 0)) continue;
		joined.lastIndex = start + typed.length;
		const also = joined.exec(text)?.[0] ?? '';
		names.lastIndex = start + typed.length + also.length;
		const match = names.exec(text);
		const title = groups?.title ?? '';
		if (!match || !isName(title, match, text.slice(Math.max(0, start - 40), start))) continue;
		const end = names.lastIndex;
		const before = text.slice(Math.max(0, start - 30), start);
		const after = text.slice(end, end + 40);
		const name = text.slice(start, end);
		if (
			officeBefore.test(before) ||
			officeAfter.test(after) ||
			partyAfter.test(after) ||
			officeWithin.test(name) ||
			/^(?:,|,? and|,? &) $/.test(text.slice(lastOffice, start))
		) {
			lastOffice = end;
			continue;
		}
		if (
			placeWithin.test(match.groups?.more ?? '') ||
			playedAfter.test(after) ||
			(placeAfter.test(after) && (/^'|^s'/.test(after) || placeBare.test(after)))
		)
			continue;
		spans.push({ start, end });
	}
	return spans;
}

function isName(title: string, match: RegExpExecArray, before: string): boolean {
	const name = match.groups?.name ?? '';
	const known = title.toLowerCase();
	const capital = /^\p{Lu}/u.test(name);
	if (noName.test(name) || calendar.test(name) || knownAs[known]?.test(name.split('-', 1)[0] ?? ''))
		return false;
	if (known === 'mr' || known === 'mrs' || known === 'mx' || known === 'mister') return true;
	const small = title === known;
	const shouted = title === title.toUpperCase();
	// "MS Society" is an illness; "ms khan" is a person who types fast.
	if (known === 'ms')
		return shouted
			? name === name.toUpperCase()
			: capital || !small || afterAnother.test(before) || personSaid(match, before);
	if (known === 'dr' || known === 'prof')
		// "12 Windale Dr Oxford" is a drive.
		return (capital || personSaid(match, before)) && !/\d\w? \p{Lu}\p{L}+ $/u.test(before);
	// To miss something is a verb.
	if (small)
		return (
			afterAnother.test(before) ||
			(personSaid(match, before) && !/\b(?:and|for|by|with|from|re) $/i.test(before))
		);
	return (
		(capital || shouted) && !/\b(?:near|hit and|hit or|not|never|you|we|they|i) $/i.test(before)
	);
}

/** "mr khan and" */
const afterAnother = /\b(?:mr|mrs|ms|miss) [\p{L}'-]+(?:,|,? and|,? &) $/u;

/** Among small letters, only what people do or have done to them tells a name. */
function personSaid({ input, index, 0: typed }: RegExpExecArray, before: string): boolean {
	return (
		/\b(?:spoke (?:to|with)|met|saw|visited|rang|phoned|called|emailed|texted|helped|from|for|and|by|re|with|told|tell|asked|ask|owe|gave|give|thanks?|thank|seen|meet|let|advised|contact|see) $/i.test(
			before
		) ||
		/^ (?:said|says|asked|told|wants?|wanted|lives?|rang|called|phoned|reported|reports|mentioned|has|had|is|was|came|needs|feels|thinks|explained|complained|would like|at no|from)\b/i.test(
			input.slice(index + typed.length, index + typed.length + 16)
		)
	);
}
