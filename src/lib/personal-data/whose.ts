/**
 * Whose a telephone number, an address or a postcode is, by the nearest word that says so. Officers write down those of
 * centres, surgeries and offices all the time, and may.
 */
import { wordsAfter, wordsBefore, type Span } from './span';

/** How far a word may stand from what it speaks of, in characters. */
const REACH = { before: 80, after: 45 };
/** What follows describes less often than what came before, unless it stands in brackets. */
const AFTERTHOUGHT = 12;

const people = [
	'(?:her|his)(?! (?:gp|school|church|mosque|college|work|office|surgery|doctor|dentist))',
	'hers|she|he|him|my|mine|own',
	'lives?|lived|living|lodg(?:es|ing)|resid(?:es|ent)|home|flat|(?:box|spare|single|double) room|rents? a room|(?:he|she|who|family|just|recently) moved|moved (?:in|here|house|her|him)|staying|tenant|neighbour|householder|visit(?:ed)?|knocked|next of kin|property|rents?|renting|mould|damp|boiler|arrears|evict\\w*',
	'lady|woman|man|gent(?:leman)?|chap|bloke|guy|lad|girl|boy|mums?|mother|dads?|father|sons?|daughters?',
	'sister|brother|aunt(?:ie)?|uncle|cousin|niece|nephew|nan|gran(?:dmother|dfather|dad|ny)?|wife|husband|girlfriend|boyfriend',
	'widow(?:ed|er)?|rehoused|pensioner|couple|carer|child|baby|kids|elderly|applicant|complainant|victim|caller|claimant|attendee',
	'volunteer|participant|learner|pupil|service user|family|someone|mobile|gave me|(?:gave|left) (?:his|her)|mrs?|ms|miss'
];

const organisations = [
	"(?:care|nursing|residential|children'?s|funeral|mobile|dogs?) homes?|mobile (?:library|clinic|unit|van|service)|(?:site|estate|school|group) visits?|visit(?:ed|s)? the|lost property|home[ -]?start|homes england|home office|home library",
	"(?:women|men|boys|girls|ladies|residents|tenants|mother|parents?|carers?|family|families|children|child|kids|baby|volunteer|pensioner|learner)(?:s|'s|s'|')?(?: and \\w+)? (?:group|club|centre|service|association|forum|network|project|support|hub|team|cent(?:re|er)|choir|circle|panel|charity|social|class|aid|institute|health|bureau|action|meetings?|drop-in|shed|office)",
	'cent(?:re|er)s?|cntr|ctr|chambers|halls?|church(?:es)?|chapels?|cathedral|mosques?|masjid|temple|gurdwara|synagogue|mandir|schools?|nurser(?:y|ies)|academy|colleges?|university',
	"librar(?:y|ies)|museum|galler(?:y|ies)|theatre|cinema|studio|caf(?:e|é)s?|pubs?|restaurant|takeaway|shops?|stores?|supermarket|tesco|aldi|lidl|asda|sainsbury'?s|morrisons|co-?op|iceland|greggs|bakery|barbers?|salon|garage|hotel|hostel|b&b",
	'offices?|hqs?|headquarters|depot|town hall|courts?|council(?! tax)|civic|station|hospitals?|clinics?|surger(?:y|ies)|gps?|practice|doctors|dentists?|pharmac(?:y|ies)|chemist|hub|larder|food ?banks?|pantry|refuge|shelter|fridge|cupboard|kitchen|laund(?:e)?rette|bank|freepost|po box',
	'parks?|recs?|recreation ground|playgrounds?|play areas?|greens?|allotments?|gardens|meadow|fields?|pitch|pavilion|leisure|pool|gym|stadium|sports|track|woods?|cemetery|pier|quay|car ?park|bus stops?|stops?|junction|roundabout|crossing|underpass|footpath|towpath|bridge|market|marquee|precinct',
	'venues?|(?:function|meeting|main|community|upstairs|back|the|hall|prayer|quiet|sensory) room|room (?:\\d|[a-z]\\b)|rooms? hire|reception|events?|stalls?|sessions?|drop-?ins?|workshops?|meetings?|festival|fair|fete|walk(?:about)?|parade|route|asb|option|the number|area|around|near|round|opposite|outside|sat ?nav|pop-?ups?|carnival|square|arcade|mall|shopping|exhibition|assembly|conference|training|course|class(?:es)?|coffee mornings?|lunch|bbq|fun ?day|open day|consultation|roadshow|briefing|held|hosted|hosting|took place|taking place|postcodes|residents|households|homes|properties|letters|blocks?|postal address|registered|based|premises|site|estate|streets?|ward',
	'help ?lines?|hot ?lines?|text ?lines?|advice ?lines?|crisis line|switchboard|enquir(?:y|ies)|front desk|help ?desk|bookings?|main (?:line|number)|(?:phone|info) ?line|line|desk|services?|teams?|duty|on[- ]call|out[- ]of[- ]hours|customer|contact cent(?:re|er)|ext(?:ension|n)?|poster|leaflet|website',
	'groups?|clubs?|charit(?:y|ies)|cic|cio|trust|foundation|associations?|assoc|forum|network|society|project|partnership|agenc(?:y|ies)|organisations?|company|ltd|choir|scouts|guides|brownies|cadets|committee|federation|union|initiative|scheme|institute|bureau|its|our|(?:reach|call|ring|contact|phone|email|text) us',
	"police|pcso|tvp|fire|nhs|dwp|jobcentre|job centre|hmrc|housing (?:team|association|office|department)|environmental health|social (?:services|care)|early help|citizens advice|cab|age uk|mind|shelter|crisis|samaritans|refuge|relate|scope|mencap|rnib|rnid|red cross|salvation army|barnardo'?s|nspcc|childline|women's aid|stepchange|turn2us|crimestoppers|asylum welcome|oxfam|a2dominion|soha|catalyst"
];

/** Things of a street: what a note is about, unless it tells of a person as well. */
const things =
	'litter|fly[- ]?tip(?:ping|ped|s)?|dumped|graffiti|potholes?|(?:street ?)?lights?|bins?|bin stores?|parking|traffic|trees?|pavements?|kerbs?|puddles?';

/** "Church Road" says nothing about a church. */
const street =
	"(?!'?s? (?:road|rd|street|st|lane|ln|close|cl|avenue|ave|way|drive|dr|crescent|cres|terrace|grove|hill|view|gate|place|row|court|walk|gardens|mews|rise)\\b)";

const cues = new RegExp(
	`\\b(?:(?<organisation>(?:${organisations.join('|')})\\b${street})|(?<thing>(?:${things})\\b)|(?<person>(?:${people.join('|')})\\b))`,
	'gi'
);

/** What somebody wants of a club does not make a number the club's. */
const wantsOf =
	/\b(?:join(?:ing)?|attend(?:s|ing)?|member of|goes to|comes to|volunteers? (?:at|for|with)|help(?:s|ing)? (?:at|with|out at)|interested in|keen (?:on|to)|signed? up (?:for|to)|wants?|wanted|would like|asked about)\b[^.,;!?\n]{0,40}$/i;

/** Undefined where no word near says whose it is. */
export function whose(text: string, span: Span): 'person' | 'organisation' | undefined {
	const before = [...wordsBefore(text, span, REACH.before).matchAll(cues)];
	const follows = wordsAfter(text, span, REACH.after).split(timeClause, 1)[0] ?? '';
	const bracketed = /^ ?[([]/.test(follows);
	const found = [
		...before.map((cue) => ({
			cue,
			distance: cue.input.length - cue.index - cue[0].length,
			wanted: wantsOf.test(cue.input.slice(0, cue.index))
		})),
		...[...follows.matchAll(cues)].map((cue) => ({
			cue,
			distance: cue.index + (bracketed ? 0 : AFTERTHOUGHT),
			wanted: false
		}))
	].sort((a, b) => a.distance - b.distance);
	const nearest = found.find(({ cue }) => !cue.groups?.thing) ?? found[0];
	if (!nearest) return undefined;
	const { person, thing } = nearest.cue.groups ?? {};
	const isPersons = person || nearest.wanted || (thing && tellsOfSomebody(text, span));
	return isPersons ? 'person' : 'organisation';
}

/** When to ring says nothing about whom. */
const timeClause = /\b(?:between|after|before|when|until|if|unless|while)\b/i;

/** How far around a number somebody counts, in characters. */
const AROUND = 120;
/** What only people do, have or lack. */
const somebody =
	/\b(?:he|she|him|her|his|me|my|resident|lady|man|woman|family|post ?code|asks?|asked|asking|wants?|wanted|needs?|says|said|told|complain(?:s|ed)|worried|upset|lonely|isolated|alone|struggling|can'?t|cannot|heating|disabled|wheelchair|call ?back|prefers|evenings|mornings)\b/i;

/** Whether there is anybody in the note near a number that nothing says the owner of. */
export function tellsOfSomebody(text: string, { start, end }: Span): boolean {
	return somebody.test(text.slice(Math.max(0, start - AROUND), end + AROUND));
}
