/** E-mail addresses, also as people spell them to fool machines. A body's own mailbox is no resident's. */
import { spansOf, type Span } from './span';
import { whose } from './whose';

const PROVIDERS =
	'gmail|googlemail|hotmail|outlook|yahoo|ymail|rocketmail|icloud|me|mac|msn|live|aol|btinternet|btopenworld|sky|talktalk|virginmedia|ntlworld|blueyonder|tiscali|plusnet|protonmail|proton|gmx|zoho|mail|fastmail|inbox|qq|wp|o2|onet|interia|web|freenet|libero|hotmial|gmial|gmai|outlok';
const ENDING = '(?:com|co|uk|org|net|eu|me|info|pl|fr|de|es|it|pt|ro|ie|lt|in|tl|cymru|scot)';

const written =
	/(?<![\w.+'-])[a-z0-9_][\w.+'-]{0,63}@[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,63}){1,5}/gi;
/** "jane @ gmail . com", "jane[at]gmail.com", "jane dot smith at somewhere dot org". */
const spelt = new RegExp(
	`(?<![\\w.+-])\\w[\\w.+-]{0,63}(?: (?:dot|underscore|dash) [\\w.-]{1,40}){0,3}` +
		`(?:\\s?[([{]\\s?(?:at|@)\\s?[)\\]}]\\s?| ?@ ?| at )` +
		`(?:(?:${PROVIDERS})(?: ?[.,] ?| ?[([]dot[)\\]] ?| dot )${ENDING}\\b|[\\w-]{2,40}(?:(?: dot | ?[([]dot[)\\]] ?)[\\w-]{2,20}){1,3}|[\\w-]{2,40} ?\\. ?(?:com|co ?\\. ?uk|org|net)\\b(?<=@[^@]*))`,
	'gi'
);
const withoutEnding = new RegExp(
	`(?<![\\w.+-])\\w[\\w.+-]{0,63} ?@ ?(?:${PROVIDERS})\\b(?! ?\\.)`,
	'gi'
);

const provider = new RegExp(`^(?:${PROVIDERS})\\b`, 'i');

const mailbox =
	/^(?:info|enquir(?:y|ies)|inquiries|hello|hi|admin|administrator|office|contact(?:us)?|team|mail|post|reception|support|help|helpdesk|bookings?|events?|news|press|media|membership|volunteer(?:ing|s)?|secretary|treasurer|chair|clerk|manager|general|customerservices?|jobs|recruitment|referrals?|safeguarding|duty|hub|welcome|donate|fundraising|grants?|housing|planning|council|councillor|equalit(?:y|ies)|equality\W?team|community|communities|engagement|consultations?|foi|dpo|privacy|complaints|feedback|no-?reply|projects?|service|services|advice)(?:[._+-].*|\d{0,4})$/i;
const publicBody =
	/(?:\.gov\.uk|\.gov\.wales|\.gov\.scot|\.police\.uk|\.nhs\.uk|@nhs\.net|\.parliament\.uk|\.mod\.uk|\.sch\.uk|\.ac\.uk)$/i;
const group =
	/(?:group|club|centre|church|mosque|masjid|temple|food ?bank|larder|pantry|associat|assoc|society|project|community|residents|tenants|choir|allotment|youth|school|nursery|network|forum|charity|committee|events|volunteers|enquir|bookings|secretary|treasurer|parish|scouts|guides|brownies|friendsof|friends\.of|action|trust|hub|team|office|info|admin|hello|contact|united|fc$|cic$|singers|welcome|support|campaign|women|mums|litter|kitchen|cafe|garden|librar|walkers|runners|knit|sewing|toddler|dance|crew|collective|elders|seniors|islamic|neighbours|market|festival|arts|theatre|players|cricket|football|boxing|coop|cic|playgroup|carnival|lunch)/i;

export function findEmails(text: string): Span[] {
	const isResidents = (span: Span) => !belongsToBody(text, span);
	return [written, spelt, withoutEnding].flatMap((form) =>
		/@|\bat\b/i.test(text) ? spansOf(text, form, isResidents) : []
	);
}

function belongsToBody(text: string, span: Span): boolean {
	const [name = '', domain = ''] = text
		.slice(span.start, span.end)
		.split(/(?:\+\w+)?(?:@| at |[([{]at[)\]}])/i);
	if (mailbox.test(name.trim()) || group.test(name) || publicBody.test(`@${domain.trim()}`))
		return true;
	// A first and a last name, a name and a number, or a mailbox from a provider of everybody's, are somebody's.
	const personal =
		/[a-z](?:[._]| dot )[a-z]{3}|[a-z]\d+$/i.test(name.trim()) || provider.test(domain.trim());
	return !personal && whose(text, span) === 'organisation';
}
