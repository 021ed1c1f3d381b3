/** What the headings of a plan mean: which ones name a part of it, and which ones say what the lists below hold. */
import type { Block, Heading, Item, Paragraph, PlanDocument } from './document';
import { DOING } from './doing';
import { fieldIn } from './fields';
import { bareMarker, markerKind } from './markers';
import { splitReference } from './references';

/** What the text below a heading is. */
export type Mode = 'unknown' | 'context' | 'priorities' | 'objectives' | 'actions' | 'measures';

export type Meaning =
	| { kind: 'label'; mode: Mode }
	| { kind: 'objective' | 'priority' | 'theme' | 'action'; reference: string | null; title: string }
	| { kind: 'contents' }
	| { kind: 'furniture' }
	| { kind: 'section' };

const WHOSE =
	'(?:our|the|key|main|strategic|corporate|council.?s?|equality|equalities|edi|diversity|inclusion|community|service|and|new|proposed|planned|agreed|priority|draft|four|five|three|six)';
const YEARS = '( (for|from|in|to)? ?(20\\d\\d|\\d\\d).*)?';
const label = (words: string) => new RegExp(`^(${WHOSE} )*(${words})${YEARS}$`);

const LABELS: [Mode, RegExp][] = [
	[
		'measures',
		label(
			'(performance|success|outcome) (measures|indicators|criteria)|measures( of success)?|measuring (success|progress|performance)|how (will|do) we (know|measure).*|how we will (know|measure).*|what (will )?success (will )?looks? like|kpis|key performance indicators|indicators|targets|success criteria|outcomes? measures?'
		)
	],
	[
		'actions',
		label(
			'actions?( plan)?( points)?|action plan( .{0,20})?|(key |specific )?activities|what (will we|we will|we are going to|are we going to|we plan to|we intend to|we need to) do.*|how (will we|we will) (do|achieve|deliver|get|make) .*|we will|to achieve this,? we will|commitments|next steps|deliverables|initiatives|work ?plan|actions? (we will take|required|to be taken|for .{0,25})|what we.?ll do.*|our commitments?( to you)?|we commit to|this means we will|delivery plan|implementation plan|to do this,? we will'
		)
	],
	[
		'objectives',
		label('objectives?|aims|goals|outcomes|aims and objectives|equality objectives?|ambitions')
	],
	['priorities', label('priorit(y|ies)|priority areas|areas of focus|focus areas|priorities are')],
	[
		'context',
		label(
			'context|introduction|background|foreword|summary|executive summary|overview|about .*|purpose|scope|why (is )?(this|it|we).*|why.* matters?|why .* important|where (are we|we are) now.*|what (do )?we know.*|what (the )?(data|evidence|residents|people|you) (tells?|told|said|says).*|evidence( base)?|approach|vision|values|mission|principles|legal (framework|context|background|duties)|legislation|(the )?equality act.*|(the )?public sector equality duty|equality duty|(the )?law|what (have we|we have|we.ve) (done|achieved).*|achievements|progress( so far| to date)?|key facts|facts and figures|data|profile|demographics|population|monitoring( and .*)?|governance|(performance|risk) management|review|reviewing .*|monitoring and review|consultation|engagement|glossary|definitions|references|contact( us)?|contacts|further information|protected characteristics|roles and responsibilities|responsibilities|equality impact assessments?|current position|rationale|case stud(y|ies).*|how (this|the) (plan|strategy|scheme).*|who we are|version control|document control|key( to .*)?|links? to .*|the national context|the local context|(national|local) context|statement.*|commitment statement|setting .*|developing .*'
		)
	]
];

const REFERENCE =
	'([A-Z]{0,4}[-–]?\\d{1,2}(?:\\.\\d+)*[a-z]?|[A-Z]|one|two|three|four|five|six|seven|eight|nine|ten|[IVX]+)';
const numbered = (words: string) =>
	new RegExp(
		`^(?:${WHOSE} ){0,3}(?:${words})s?\\s*(?:no\\.?|number)?\\s*${REFERENCE}\\b\\s*[:.)–—-]*\\s*(.*)$`,
		'i'
	);
const named = (words: string) =>
	new RegExp(
		`^(?:(?:our|equality|strategic|corporate|key|edi)\\s+)*(?:${words})\\s*[:–—-]\\s*(.+)$`,
		'i'
	);

const NAMED: ['objective' | 'priority' | 'theme' | 'action', RegExp[]][] = [
	[
		'objective',
		[
			numbered('objective|aim|goal|outcome|ambition|commitment|pledge'),
			named('objective|aim|goal|outcome|ambition')
		]
	],
	['priority', [numbered('priority|priority area'), named('priority|priority area')]],
	[
		'theme',
		[
			numbered('theme|strand|pillar|work ?stream|focus area|area|module|chapter'),
			named(
				'theme|strand|pillar|work ?stream|focus area|directorate|service|department|service area|team'
			)
		]
	],
	['action', [numbered('action|task|activity')]]
];

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** What a website says round its text. "Accessibility" and "Sign up to the charter" are a plan's own words. */
const FURNITURE = new RegExp(
	`^(${[
		'(rate|share|print|email|bookmark) (this|the) (page|article)( (by|on|via|with) .{0,20})?|share( this)?|print',
		'(is|was|did you find) this (page|information|content|article)( (helpful|useful).*)?',
		'(open|close|show|hide|expand|collapse) all( sections)?|(yes|no)( ?[|/]? ?(yes|no|partly))*|(facebook|twitter|x|linkedin|whatsapp|email|instagram)',
		'(back|return) to (the )?(top|home ?page|home|previous page)( of (the )?page)?|skip to (the )?(main )?(content|navigation)',
		'follow us.*|you are here.*|home|menu|search|listen|close|loading|next|previous|(next|previous) page.{0,40}',
		'(page )?last (updated|reviewed|modified|published).*|(page )?(updated|published|reviewed)( on)?:? .{0,20}\\d{4}',
		'(this (web)?site uses|we use (some )?(essential )?|about|manage|accept|reject)?( all| additional| analytics)* ?cookies?( policy| settings| on .{0,40}| to .*)?',
		'privacy( (policy|notice))?|accessibility statement|terms (and|&) conditions|(©|copyright).*',
		'(related|more) (pages|links|content|documents|information)|(in|on) this (section|page|guide)|a ?(-|to) ?z( of services)?',
		'downloads?|download (this|the) .*|(give |leave |send )?(us )?(your )?feedback( on this page.*| about this .*)?|report a problem.*|tell us what you think.*|is (there )?anything wrong with this page.*',
		'(subscribe|sign up)( (to|for) .*(e-?mails?|news(letters?)?|alerts|updates|bulletins?))?'
	].join('|')})$`,
	'i'
);

/** Longer texts are no headings, and not looked at. */
const LONGEST_HEADING = 400;

/** @param text a heading as printed */
export function meaningOf(text: string): Meaning {
	if (text.length > LONGEST_HEADING) return { kind: 'section' };
	const bare = text.replace(/[:.\s]+$/, '').trim();
	const name = withoutNumber(bare).toLowerCase().replace(/[’‘]/g, "'").replace(/&/g, 'and');
	if (/^(table of )?contents( page)?$/.test(name)) return { kind: 'contents' };
	if (FURNITURE.test(name)) return { kind: 'furniture' };
	for (const [kind, patterns] of NAMED)
		for (const pattern of patterns) {
			const match = pattern.exec(bare);
			if (!match) continue;
			const [reference = '', title = ''] = match.length > 2 ? match.slice(1) : ['', match[1]];
			// "Objectives for 2024" and "aim to …" are no numbers.
			if (
				/^[a-z]$/.test(reference) ||
				(/^[A-Z]$/.test(reference) &&
					/^\w/.test(title) &&
					!/[:.)–—-]/.test(bare.slice(0, bare.length - title.length)))
			)
				continue;
			return { kind, reference: numberOf(reference), title: title.trim() };
		}
	if (/^(our |the )?(vision|mission|purpose)\s*[:–—-]/.test(name))
		return { kind: 'label', mode: 'context' };
	// A sentence may begin like a label.
	const mode =
		name.length > 80 || /\w: \w/.test(name)
			? undefined
			: LABELS.find(([, pattern]) => pattern.test(name))?.[0];
	return mode ? { kind: 'label', mode } : { kind: 'section' };
}

function numberOf(reference: string): string | null {
	const spelled = NUMBERS.indexOf(reference.toLowerCase());
	return spelled >= 0 ? String(spelled + 1) : reference || null;
}

/** "3. Housing", "2.1 Housing", "Section 4: Housing" are "Housing". */
export function withoutNumber(text: string): string {
	return text
		.replace(/^(section|part|chapter)\s+(\d+|[a-z])\s*[:.–—-]+\s*/i, '')
		.replace(/^\(?\d+(\.\d+)*[.):]?\s+(?=\D)/, '');
}

/** "CA14", "ANNEX 2", "Item 7b": where a page comes from in the papers of a meeting. */
export function isPaperMark(text: string): boolean {
	return (
		/^[A-Z]{1,5}[-/]?\d{1,4}[a-z]?$/.test(text) ||
		/^(annex|appendix|agenda item|item|schedule|enclosure|enc|attachment|paper)\s*(no\.?\s*)?([A-Z]|\d+)[a-z]?[:.]?$/i.test(
			text
		)
	);
}

/** Headings that were not marked as such: told by how they look, and by what follows. */
export function withHeadings({ blocks, title }: PlanDocument): PlanDocument {
	const marked = blocks.filter(({ kind }) => kind === 'heading').length > 2;
	const written = blocks.filter(({ kind }) => kind !== 'furniture');
	const promoted = new Set<Block>();
	// The lines of a cover stand together: each is a heading as long as nothing else has come.
	let cover = true;
	written.forEach((block, at) => {
		const found = candidate(
			block,
			neighbour(written, at, -1),
			neighbour(written, at, 1),
			marked,
			cover
		);
		if (found) promoted.add(block);
		cover &&= found || block.kind === 'heading' || ('text' in block && isPaperMark(block.text));
	});
	demoteLists(written, promoted, marked);
	const chapters = marked ? new Map<Block, number>() : chaptersIn(written);
	return {
		title,
		blocks: blocks.map((block) =>
			promoted.has(block) || chapters.has(block)
				? asHeading(block as Paragraph, chapters.get(block) ?? null)
				: block
		)
	};
}

/** "2. Services" before "2.1 …" and "EDI1" before "EDI1.01" are headings; the parts of the number are their level. */
function chaptersIn(written: readonly Block[]): Map<Block, number> {
	const found = new Map<Block, number>();
	const coded = written.flatMap((block) => {
		const code = codeOf(block);
		return code === null ? [] : [{ block: block as Item | Paragraph, code }];
	});
	coded.forEach(({ block, code }, at) => {
		const titled = block.text.length <= 100 && !/[.;,:?]$|\.{3}|…/.test(block.text);
		if (titled && coded[at + 1]?.code.startsWith(`${code}.`))
			found.set(block, code.split('.').length);
	});
	return found;
}

function codeOf(block: Block): string | null {
	if (block.kind === 'item')
		return block.marker !== null && /\d/.test(block.marker) ? bareMarker(block.marker) : null;
	if (block.kind !== 'paragraph') return null;
	return /^([A-Z]{0,5}[-–]?\d{1,2}(?:\.\d{1,2})*)[.:)]?\s+\S/.exec(block.text)?.[1] ?? null;
}

/** The block before or after; for a numbered item, the one past what is nested beneath its neighbour. */
function neighbour(written: readonly Block[], at: number, step: 1 | -1): Block | undefined {
	let found = at + step;
	const nested = (block: Block | undefined) =>
		block?.kind === 'item' && (block.depth > 0 || block.marker === null);
	const own = written[at];
	if (own?.kind === 'item' && own.marker !== null && step < 0)
		while (nested(written[found])) found += step;
	return written[found];
}

function asHeading(block: Exclude<Block, { kind: 'table' }>, level: number | null): Heading {
	const text = block.kind === 'item' && block.marker ? `${block.marker} ${block.text}` : block.text;
	return { kind: 'heading', level, text, at: block.at };
}

function candidate(
	block: Block,
	before: Block | undefined,
	next: Block | undefined,
	marked: boolean,
	cover: boolean
): boolean {
	if (block.kind === 'item') return isNumberedHeading(block, before, next, marked);
	if (block.kind !== 'paragraph') return false;
	const { text, strong, alone } = block;
	if (isPaperMark(text) || text.length > 300) return false;
	const meaning = meaningOf(text);
	if (meaning.kind === 'objective' || meaning.kind === 'priority' || meaning.kind === 'theme')
		return (
			meaning.reference !== null ||
			strong ||
			(!marked && (alone || next?.kind === 'table' || next?.kind === 'item'))
		);
	if (meaning.kind === 'action')
		return meaning.reference !== null && strong && next?.kind !== 'heading';
	if (meaning.kind === 'furniture') return true;
	if (meaning.kind === 'label' || meaning.kind === 'contents')
		return (
			next !== undefined && (alone || strong || !text.endsWith(':') || next.kind !== 'paragraph')
		);
	const field = fieldIn(text);
	// "Action plan: Ambridge" and "Equality objectives: 2024" are names on a cover, "Lead: Head of Housing" never is.
	const named = cover && (field?.kind === 'objective' || /\bplan\b/i.test(field?.name ?? ''));
	if (field && !named) return false;
	if (next === undefined || !looksLikeHeading(text, strong)) return false;
	if (strong) return true;
	// "1.2 Publish the answers"
	if (codeOf(block)?.includes('.') && DOING.test(splitReference(text).rest)) return false;
	if (marked) return false;
	if (alone || cover || next.kind === 'table' || next.kind === 'item') return true;
	// Right above "Context" or "Actions" stands what they are of.
	const below = next.kind === 'paragraph' ? meaningOf(next.text) : null;
	return below?.kind === 'label' && below.mode !== 'measures' && below.mode !== 'objectives';
}

/** Short, begins as a title does, and does not end as a sentence does. */
function looksLikeHeading(text: string, strong: boolean): boolean {
	const words = text.split(' ').length;
	if (text.length > (strong ? 160 : 100) || words > (strong ? 25 : 14)) return false;
	if (!/^[A-Z0-9‘“"'(]/.test(text) || /[.,;!?]$/.test(text) || /:$/.test(text)) return false;
	if (/^(we|it|this|they|there|he|she) /i.test(text)) return false;
	return /[a-z]{3}|[A-Z]{3}/.test(text);
}

/** "3. Housing" between other things than its neighbours 2 and 4 is a heading, not an item. */
function isNumberedHeading(
	{ marker, text, depth }: Extract<Block, { kind: 'item' }>,
	before: Block | undefined,
	next: Block | undefined,
	marked: boolean
): boolean {
	if (marked || marker === null || depth > 0 || !/^\d+(\.\d+)?\.?$/.test(marker)) return false;
	if (next === undefined || text.length > 100 || /[.;,:]$/.test(text) || !/^[A-Z]/.test(text))
		return false;
	const sibling = (other: Block | undefined) =>
		other?.kind === 'item' &&
		other.marker !== null &&
		markerKind(`${other.marker} x`) === markerKind(`${marker} x`);
	if (sibling(next) || sibling(before)) return false;
	return next.kind !== 'heading';
}

function isNumberedAlike(one: Block | undefined, other: Block | undefined): boolean {
	const kind = (block: Block | undefined) =>
		block?.kind === 'paragraph' ? markerKind(block.text) : '';
	return kind(one) !== '' && kind(one) === kind(other);
}

/** Three or more short lines in a row are a list or a table that lost its shape, unless they have a known meaning. */
function demoteLists(written: readonly Block[], promoted: Set<Block>, marked: boolean): void {
	const plain = (block: Block | undefined) =>
		block?.kind === 'paragraph' &&
		promoted.has(block) &&
		!block.strong &&
		meaningOf(block.text).kind === 'section';
	for (let at = 0; at < written.length; at++) {
		let end = at;
		while (plain(written[end])) end++;
		// The first lines of a document are its cover.
		const first = at === 0 || marked ? end : at;
		// The last of a run is the heading of what follows, unless it is numbered like those before it.
		const last = isNumberedAlike(written[end - 2], written[end - 1]) ? end : end - 1;
		for (let index = first; index < last && end - at >= 3; index++)
			promoted.delete(written[index] as Block);
		if (end > at) at = end;
	}
}
