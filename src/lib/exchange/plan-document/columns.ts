/** What the columns of a plan's tables are called, from the plans that councils publish. */

export type ColumnKind =
	| 'reference'
	| 'action'
	| 'objective'
	| 'priority'
	| 'theme'
	| 'service'
	| 'owner'
	| 'due'
	| 'status'
	| 'rag'
	| 'measure'
	| 'progress'
	| 'other';

/** Tried in this order, against the heading in lower case without punctuation. */
const NAMES: [ColumnKind, RegExp][] = [
	['rag', /^(rag|brag|rag (status|rating)|brag (status|rating)|traffic light|rating)$/],
	[
		'reference',
		/^((action|objective)? ?(ref|reference|id|no|nos|number)( (no|number|code))?|#|item|action code)$/
	],
	[
		'owner',
		/^(action by|actions by|by whom|who|who will do it|who is responsible|whos responsible|owner|officers?|lead|leads|(lead|responsible|named|accountable|action) (officer|person|owner|lead|manager|director|member|role|post)s?( .*)?|(officer|person|persons|people|manager|role) responsible|(action|objective|project|strategic|delivery|senior) (owner|lead|sponsor)s?|lead and partners|leads? (and|or) (partners|support).*|responsib(le|ility)( of)?|responsibility (of|for).*|accountability|accountable|assigned to|led by)$/
	],
	[
		'service',
		/^((lead |responsible |owning )?(service|directorate|department|dept|division|team|service area|business area|group|unit|organisation)s?( responsible| lead)?|service (or|and) team|(service|department|directorate|team) .{0,20}responsible|lead (service|department|directorate|team).*|directorate and service|department and team)$/
	],
	[
		'due',
		/^(by when|when|when by|when will (we|it|this).*|due|due (date|by|on)|target (date|completion|deadline|dates)|target completion date|deadline|deadlines|completion|completion date|(end|finish|delivery|review|implementation|milestone|proposed) dates?|date|dates|date due|(projected |proposed |target )?(timescale|timeframe|time frame|timeline|time scale|timing)s?( .{0,30})?|timetable|milestone date|year|quarter|complete by|to be completed by|by|start and end dates?)$/
	],
	[
		'progress',
		/^((progress|update|updates|comments?|commentary|progress (update|report|notes?|to date|made|so far|and comments?|comments?)|latest (update|position|progress)|what (have we|we have) done( so far)?|current position|position|(q[1-4]|quarter [1-4]|year end|mid year|annual|six month|[0-9]+ month) ?(update|progress|comments?)?|achievements?|notes?|outcome to date|(update|progress|position|status) (as )?(at|on|for|in|to) .*|update .*|progress .*)( and .*)?)$/
	],
	[
		'status',
		/^((current |action |delivery |overall )?status( update)?|state|complete|completed|stage)$/
	],
	[
		'measure',
		/^(((key|main) )?(measures?|indicators?|kpis?|pis?|metrics?|milestones?|targets?|evidence|outputs?|deliverables?)( .*)?|(success|performance|outcome|impact) (measures?|criteria|indicators?|factors?)|(measures?|measuring|measurement|evidence|indicators?|criteria) (of|for) .*|measuring success|how (will|do) (we|you) (know|measure).*|how (we|success|this|it) will (know|be measured|measure).*|how we.?ll know.*|what (will )?success (will )?looks? like|success|performance|(expected |intended |desired |anticipated |key )?(outcomes?|results?|impacts?|benefits?)( .{0,40})?|what (difference|will change|will be different|will (be )?the (outcome|impact|result|benefit|difference)).*|kpi .*|baseline.*)$/
	],
	[
		'action',
		/^((key |planned |proposed |priority |our |agreed |specific |main |equality |high level |detailed )?(actions?|activity|activities|tasks?|steps|initiatives?|interventions?|commitments?|projects?|deliverable actions?)( (and |or )?(actions?|activity|activities|tasks?|targets?|initiatives?|projects?))?( (required|needed|to be taken|we will take|we are taking|plan|points?|planned|proposed|title|name|description|detail|details|and .*|or .*|to .*|for .*))?|what|what (will|are|do) (we|you|the council).*|what (we|the council).*(will|plan|going|need|are).*|what (is|needs) .*|we will|how|how (will|we|are) .*(do|achieve|deliver|get|make|meet).*|how|description|description of (the )?action|title|(actions?|activity|task) description|what.*\bdo\b.*)$/
	],
	[
		'theme',
		/^((strategic |key |equality |cross cutting )?(theme|themes|strand|workstream|work stream|pillar|module|focus area|area of focus|priority area|area|topic|category|section|heading|area of work|chapter))$/
	],
	['priority', /^((key |strategic |our )?(priority|priorities)( .{0,20})?)$/],
	[
		'objective',
		/^((strategic|equality|key|corporate|council|our|lead|main|smart|which|related|linked|relevant|link to|links to|edi)? ?(equality|edi|strategic|corporate|plan)? ?(objectives?|aims?|goals?|ambitions?)( ?(no|number|ref|met|served|supported|addressed|link|and aims?|or aims?))?)$/
	],
	[
		'other',
		/^((protected )?(characteristics?|groups?)( .{0,40})?|(resources?|budgets?|costs?|funding|risks?|partners?|partnerships?|stakeholders?|why|rationale|issues?|gaps?|current position|background|context|links?|linked (to|with).*|who (else|with).*)( .{0,40})?)$/
	]
];

/** What a column's heading says it holds, or null when it is not the heading of a plan's column. */
export function columnKind(heading: string): ColumnKind | null {
	if (heading.length > 150) return null;
	const name = heading
		.toLowerCase()
		.replace(/\([^)]*\)/g, ' ')
		.replace(/&/g, ' and ')
		.replace(/[’']/g, '')
		.replace(/[^a-z0-9#]+/g, ' ')
		.trim();
	if (name === '' || name.length > 70) return null;
	return NAMES.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
}

/**
 * The kinds of the columns of a header row, or null if it is none: nearly all cells must be headings that plans use, and
 * at least two different ones.
 */
export function headerKinds(cells: readonly string[]): ColumnKind[] | null {
	const named = cells.filter((text) => text !== '');
	if (named.length < 2 || named.some((text) => text.length > 90)) return null;
	const kinds = cells.map(columnKind);
	const known = kinds.filter((kind) => kind !== null && kind !== 'other');
	if (known.length < 2 || known.length * 2 < named.length) return null;
	if (!known.some((kind) => kind === 'action' || kind === 'objective' || kind === 'priority')) {
		// "Outcome | Lead | By when": the outcomes are what is to be done.
		const work = kinds.indexOf('measure');
		if (work < 0) return null;
		kinds[work] = 'action';
	}
	// "Outcome | Action | Measure": what stands before the action is what it is for.
	const work = kinds.indexOf('action');
	const aim = cells.findIndex((text) => /^[\w ]*\boutcomes?$/i.test(text.trim()));
	if (aim >= 0 && aim < work && !kinds.includes('objective')) kinds[aim] = 'objective';
	return onlyOnce(kinds.map((kind) => kind ?? 'other'));
}

/** Two columns of one kind: the first one is meant, save for progress, where the last is the latest. */
function onlyOnce(kinds: ColumnKind[]): ColumnKind[] {
	return kinds.map((kind, at) => {
		const kept = kind === 'progress' ? kinds.lastIndexOf(kind) : kinds.indexOf(kind);
		return kept === at ? kind : 'other';
	});
}
