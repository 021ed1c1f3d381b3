/**
 * A document as a council's plan: sections with objectives, priorities and actions. Every line of it ends up somewhere:
 * in the plan, in what explains it, among what was only layout, or among what was not understood.
 */
import type { Block, Heading, Item, Paragraph, Place, PlanDocument, Table } from './document';
import {
	isPaperMark,
	meaningOf,
	withHeadings,
	withoutNumber,
	type Meaning,
	type Mode
} from './headings';
import { bareMarker } from './markers';
import { columnKind } from './columns';
import { DOING } from './doing';
import { fieldIn, type Field } from './fields';
import type { PlanAction, PlanLine, PlanObjective, PlanSection, UnderstoodPlan } from './plan';
import { normalTitle, splitReference } from './references';
import { settle } from './settle';
import { PLAN_NAME, titleHeading } from './title-heading';
import { unflatten } from './unflatten';
import {
	actionOf,
	objectivesIn,
	understandTable,
	type Columns,
	type TableRow
} from './understand-table';

export function understand(document: PlanDocument): UnderstoodPlan {
	const { blocks, title } = withHeadings(unflatten(document));
	return new Understanding(blocks, title).plan();
}

/** A heading that encloses what follows. */
interface Enclosing {
	level: number;
	text: string;
	/** What lists beneath it hold, when it said so. */
	mode: Mode;
}

class Understanding {
	private readonly result: UnderstoodPlan;
	private section: PlanSection | null = null;
	private mode: Mode = 'unknown';
	private objective: string | null = null;
	private priority: string | null = null;
	private enclosing: Enclosing[] = [];
	private columns: Columns | null = null;
	private lastAction: PlanAction | null = null;
	/** Who does all that stands beneath a heading, and by when, where it says so once. */
	private given: Partial<Pick<PlanAction, 'owner' | 'due' | 'service'>> = {};
	/** The section is one that a table brought along. */
	private fromTable = false;
	/** How deep the items are that stand for themselves: 1 below an item that says "We will:". */
	private outermost = 0;
	private contents = false;
	/** Where each heading stands last, for the table of contents. */
	private headings: Map<string, number> | null = null;
	/** Below a heading of the website: its links. */
	private website = false;
	/** The list, and the part between two headings, that was looked at last: a long one is looked at once. */
	private list: Stretch<boolean> | null = null;
	private part: Stretch<Set<Block['kind']>> | null = null;
	private readonly blocks: Block[];
	private at = 0;

	constructor(all: readonly Block[], pageTitle: string | null) {
		const heading = titleHeading(all, pageTitle);
		// The council's name above the title is no section.
		const above = all
			.slice(0, heading ? all.indexOf(heading) : 0)
			.filter(
				(block): block is Heading =>
					block.kind === 'heading' &&
					meaningOf(block.text).kind === 'section' &&
					!isPaperMark(block.text)
			);
		const cover = new Set<Block>(heading ? [heading, ...above] : above);
		this.blocks = all.filter((block) => !cover.has(block));
		this.result = {
			title: heading?.text ?? pageTitle,
			objectives: [],
			sections: [],
			context: above.map(lineOf),
			leftOut: [],
			notUnderstood: []
		};
	}

	plan(): UnderstoodPlan {
		for (; this.at < this.blocks.length; this.at++) this.block(this.blocks[this.at] as Block);
		return settle(this.result);
	}

	private block(block: Block): void {
		if (block.kind === 'furniture') return void this.result.leftOut.push(lineOf(block));
		if (this.contents && this.isContents(block)) return;
		if (block.kind === 'heading') this.heading(block);
		else if (block.kind === 'table') this.table(block);
		else if (block.kind === 'item') this.item(block);
		else this.paragraph(block);
	}

	/** Lines of a table of contents, up to the first thing that is none. */
	private isContents(block: Block): boolean {
		const lines =
			block.kind === 'table'
				? block.rows.map(({ cells, at }) => ({
						text: cells.map((cell) => cell.content.map(({ text }) => text).join(' ')).join(' '),
						at
					}))
				: [lineOf(block)];
		this.headings ??= new Map(
			this.blocks.flatMap((other, at) =>
				other.kind === 'heading' ? [[normalTitle(withoutNumber(other.text)), at]] : []
			)
		);
		const again = (text: string) => {
			const name = normalTitle(withoutNumber(text.replace(/[\s.…]*\d*$/, '')));
			return (this.headings?.get(name) ?? 0) > this.at;
		};
		if (!lines.every(({ text }) => /[\s.…]\d{1,3}$/.test(text) || again(text))) {
			this.contents = false;
			return false;
		}
		this.result.leftOut.push(...lines);
		return true;
	}

	// Headings

	private heading(block: Heading): void {
		this.outermost = 0;
		this.fromTable = false;
		if (this.asked(block)) return;
		const meaning = this.completed(meaningOf(block.text), block);
		this.lastAction = null;
		this.website = meaning.kind === 'furniture' && block.level !== null;
		this.contents = meaning.kind === 'contents';
		const level = block.level;
		if (level !== null) this.enclosing = this.enclosing.filter((other) => other.level < level);
		switch (meaning.kind) {
			case 'furniture':
			case 'contents':
				this.result.leftOut.push(lineOf(block));
				return;
			case 'label':
				if (!this.openActionsOf(block, meaning.mode)) this.label(block, meaning.mode);
				break;
			case 'objective':
				this.openObjective(block, meaning.reference, meaning.title);
				break;
			case 'priority':
				this.openPriority(block, meaning.reference, meaning.title);
				break;
			case 'action':
				this.add(actionOf(meaning.title, null, block.at), meaning.reference);
				return;
			default:
				this.openSection(block.text, block.at, level);
		}
		if (level !== null) this.enclosing.push({ level, text: block.text, mode: this.mode });
	}

	/** "Who will do it?" and its answer below are a field of every action above that has none. */
	private asked({ text, at }: Heading | Paragraph): boolean {
		const kind = columnKind(text);
		const answer = this.blocks[this.at + 1];
		if (
			!kind ||
			!ASKED.has(kind) ||
			fieldIn(text) ||
			(answer?.kind !== 'paragraph' && answer?.kind !== 'heading')
		)
			return false;
		if (
			answer.text.length > 150 ||
			columnKind(answer.text) !== null ||
			meaningOf(answer.text).kind !== 'section'
		)
			return false;
		const actions =
			this.section?.actions.filter(({ objective }) => objective === this.objective) ?? [];
		if (actions.length === 0) return false;
		const field = kind as 'owner';
		for (const action of actions) action[field] ??= answer.text;
		this.result.leftOut.push({ text, at });
		this.at++;
		return true;
	}

	/** "Objective 1" alone on its line takes its words from the next one, "Action 1" also from "Description: …". */
	private completed(meaning: Meaning, block: Heading | Paragraph): Meaning {
		if (meaning.kind === 'label' || !('title' in meaning) || meaning.title !== '') return meaning;
		const next = this.blocks[this.at + 1];
		if (next?.kind !== 'heading' && next?.kind !== 'paragraph')
			return { ...meaning, title: block.text };
		const field = fieldIn(next.text);
		if (meaning.kind === 'action' && field) {
			if (field.kind !== 'action') return { ...meaning, title: block.text };
			this.at++;
			return { ...meaning, title: field.value };
		}
		const { kind } = meaningOf(next.text);
		if (kind !== 'section' || next.text.length > 250 || /:$/.test(next.text))
			return { ...meaning, title: block.text };
		this.at++;
		block.text = `${block.text.replace(/[:.\s–—-]+$/, '')}: ${next.text}`;
		return { ...meaning, title: next.text };
	}

	private label(block: Heading, mode: Mode): void {
		// Outcomes after the actions are what shall come of them.
		this.mode = mode === 'objectives' && this.section?.actions.length ? 'measures' : mode;
		// A label ahead of sections of its own stands above them; in a text without levels it speaks of the last section.
		const outer =
			block.level !== null && !this.enclosing.some(({ text }) => text === this.section?.heading);
		if (outer) {
			this.section = null;
			this.objective = null;
			this.priority = null;
		}
		this.result.leftOut.push(lineOf(block));
	}

	/** "How we will deliver objective 1" */
	private openActionsOf({ text, at, level }: Heading, mode: Mode): boolean {
		const objective = /\b(objective|aim|goal)\s+\d+(\.\d+)*$/i.exec(text)?.[0];
		if (mode !== 'actions' || !objective) return false;
		this.openSection(text, at, level);
		this.objective = objective;
		this.mode = 'actions';
		return true;
	}

	private openObjective(block: Heading, reference: string | null, title: string): void {
		const service = this.enclosing.findLast(
			({ text }) => text !== this.result.title && meaningOf(text).kind !== 'objective'
		);
		const theme =
			block.level === null &&
			this.section !== null &&
			/^(theme|priority)$/.test(meaningOf(this.section.heading).kind);
		// An objective within a service's part or a theme: that stays the section, and may have several.
		if (theme) {
			this.mode = 'unknown';
			this.priority = null;
		} else if (service && meaningOf(service.text).kind !== 'label' && !GENERIC.test(service.text)) {
			this.section =
				this.result.sections.findLast(({ heading }) => heading === service.text) ?? this.section;
			this.mode = 'unknown';
			this.priority = null;
		} else this.openSection(block.text, block.at, block.level);
		this.objective = block.text;
		const objectives = this.section?.objectives ?? [];
		if (!objectives.some((other) => other.reference === reference && other.title === title))
			objectives.push({ reference, title, at: block.at });
	}

	private openPriority(block: Heading, reference: string | null, title: string): void {
		const within =
			this.section !== null &&
			(block.level === null || this.enclosing.some(({ text }) => text === this.section?.heading));
		if (
			!this.section ||
			!within ||
			!this.section.heading ||
			this.result.sections.some(({ heading }) => isBeside(reference, meaningOf(heading)))
		) {
			this.openSection(block.text, block.at, block.level);
			return;
		}
		this.section.priorities.push({ reference, title, at: block.at });
		this.priority = title;
		this.mode = 'unknown';
	}

	/** @param level of the heading, null where headings have none */
	private openSection(heading: string, at: Place, level: number | null): void {
		this.given = {};
		const parents = level === null ? [] : this.enclosing.filter((other) => other.level < level);
		const parent =
			parents
				.filter(({ mode, text }) => mode === 'unknown' || meaningOf(text).kind !== 'label')
				.at(-1)?.text ?? null;
		// What stands above holds for what stands below it, and for nothing else.
		if (level !== null && !parents.some(({ text }) => text === this.objective))
			this.objective = null;
		this.priority = null;
		this.mode = parents.at(-1)?.mode ?? 'unknown';
		if (this.mode === 'context' || this.mode === 'objectives' || this.mode === 'priorities')
			this.mode = 'unknown';
		if (/\b(actions|we will)$/i.test(heading)) this.mode = 'actions';
		const name = heading
			.replace(/\s*\((cont(inued|\.|d\.?)?|cont’d)\)\s*$/i, '')
			.replace(/\s+[-–]?\s*continued$/i, '');
		const above = parent === this.result.title ? null : parent;
		const known = this.result.sections.find(
			(section) => section.heading === name && section.parent === above
		);
		this.section = known ?? newSection(name, above, at);
		if (!known) this.result.sections.push(this.section);
		const plain = /\bobjective|\baim\b|\bgoal\b/i.test(name);
		if (level === null && !plain && this.objective !== null && !this.inObjective(at))
			this.objective = null;
	}

	/** In a text without levels, a heading right below an objective's is beneath it; later ones are beside it. */
	private inObjective(at: Place): boolean {
		const own = this.result.sections.find(({ heading }) => heading === this.objective);
		return own !== undefined && own.actions.length === 0 && at.line > own.at.line;
	}

	/** Where things go that stand under no heading. */
	private here(at: Place): PlanSection {
		if (this.section) return this.section;
		const heading = this.result.title ?? '';
		const known = this.result.sections.find((section) => section.heading === heading);
		this.section = known ?? newSection(heading, null, at);
		if (!known) this.result.sections.push(this.section);
		return this.section;
	}

	private add(action: PlanAction, reference: string | null = null): void {
		action.reference = reference ?? action.reference;
		action.objective ??= this.objective;
		action.priority ??= this.priority;
		action.owner ??= this.given.owner ?? null;
		action.due ??= this.given.due ?? null;
		action.service ??= this.given.service ?? null;
		this.here(action.at).actions.push(action);
		this.lastAction = action;
	}

	// Lists

	private item(block: Item): void {
		const { text, at } = block;
		if (text === '') return;
		if (this.website) return void this.result.leftOut.push({ text: marked(block), at });
		if (this.field(block)) return;
		const next = this.blocks[this.at + 1];
		const holds = next?.kind === 'item' && next.depth > block.depth;
		if (holds && LEADS_TO_ACTIONS.test(text)) {
			this.outermost = block.depth + 1;
			return this.leadIn({ text: marked(block), at });
		}
		if (block.depth < this.outermost) this.outermost = 0;
		const depth = block.depth - this.outermost;
		if (depth > 0 && this.lastAction) return void this.lastAction.detail.push(marked(block));
		switch (this.mode) {
			case 'context':
				return void this.explains().push({ text: marked(block), at });
			case 'measures':
				return void this.here(at).measures.push({ text: marked(block), at });
			case 'objectives':
				return this.addTo(this.section ? this.section.objectives : this.result.objectives, block);
			case 'priorities':
				return this.addTo(this.here(at).priorities, block);
			case 'actions':
				return this.add(actionOf(text, block.marker, at));
			default:
				if (this.looksLikeActions()) this.add(actionOf(text, block.marker, at));
				else this.result.notUnderstood.push({ text: marked(block), at });
		}
	}

	private addTo(list: PlanObjective[], block: Item): void {
		const last = list.at(-1);
		if (block.depth > 0 && last) {
			last.title += `; ${marked(block)}`;
			return;
		}
		list.push(objectiveOf(block.text, block.marker, block.at));
	}

	/** Whether a list in a section that does not say so holds actions: most of its items say what is to be done. */
	private looksLikeActions(): boolean {
		if (!isWithin(this.list, this.at)) {
			const stretch = this.stretch((block) => block.kind === 'item');
			const top = stretch.blocks.filter(
				(block) => block.kind === 'item' && block.depth === 0
			) as Item[];
			const doing = top.filter(
				({ text }) => DOING.test(splitReference(text).rest) || /\bwill\b/.test(text)
			);
			this.list = { ...stretch, fact: doing.length * 2 >= top.length };
		}
		return this.objective !== null || this.list?.fact === true;
	}

	/** The blocks around the current one that belong together. */
	private stretch(belongs: (block: Block) => boolean): {
		from: number;
		to: number;
		blocks: Block[];
	} {
		const holds = (block: Block | undefined) => block !== undefined && belongs(block);
		let [from, to] = [this.at, this.at + 1];
		while (holds(this.blocks[from - 1])) from--;
		while (holds(this.blocks[to])) to++;
		return { from, to, blocks: this.blocks.slice(from, to) };
	}

	/** "Lead: Head of Housing" beneath an action. */
	private field(block: Item | Paragraph): boolean {
		const field = fieldIn(block.text);
		if (!field || this.mode === 'context') return false;
		if (field.kind === 'action') {
			this.add(
				actionOf(splitReference(block.text).reference ? block.text : field.value, null, block.at)
			);
			return true;
		}
		if (field.kind === 'objective' && !this.lastAction && this.section) {
			this.objective = field.value;
			return true;
		}
		if (!this.lastAction) return this.fieldOfAll(block, field);
		setField(this.lastAction, field);
		// A list below "Update: we met:" is more of it.
		if (block.kind === 'paragraph' && field.value.endsWith(':')) this.outermost = -1;
		return true;
	}

	/** "Lead: Head of Housing" beneath a heading holds for every action below it that does not say otherwise. */
	private fieldOfAll({ text, at }: Item | Paragraph, { kind, value }: Field): boolean {
		if (!this.section || (kind !== 'owner' && kind !== 'due' && kind !== 'service')) return false;
		this.given[kind] = value;
		this.result.leftOut.push({ text, at });
		return true;
	}

	// Text

	private paragraph(block: Paragraph): void {
		const { text, at } = block;
		if (this.website || meaningOf(text).kind === 'furniture')
			return void this.result.leftOut.push({ text, at });
		this.outermost = 0;
		if (isPaperMark(text)) {
			const list = this.started() ? this.result.notUnderstood : this.result.context;
			return void list.push({ text, at });
		}
		if (this.asked(block) || this.field(block)) return;
		const meaning = meaningOf(text);
		if (meaning.kind === 'action' && meaning.title === '') {
			const { title } = { title: text, ...this.completed(meaning, block) };
			return this.add(actionOf(title, null, at), meaning.reference);
		}
		if (/:$/.test(text)) return this.leadIn(block);
		if (this.isAction(block)) return this.add(actionOf(text, null, at));
		this.lastAction = this.continuesAction(block) ? this.lastAction : null;
		if (this.lastAction) return void this.lastAction.detail.push(text);
		const objectives = this.section ? this.section.objectives : this.result.objectives;
		if (this.mode === 'objectives' && !this.listed('item') && goesOn(objectives, text))
			return this.addTo(objectives, asItem(block));
		if (this.mode === 'priorities' && !this.listed('item') && this.section && text.length < 250)
			return this.addTo(this.section.priorities, asItem(block));
		if (this.mode === 'measures') return void this.here(at).measures.push({ text, at });
		if (!isProse(text) && this.started() && this.mode !== 'context')
			this.result.notUnderstood.push({ text, at });
		else this.explains().push({ text, at });
	}

	/** "As part of this, we will:" says what the list below holds. */
	private leadIn({ text, at }: { text: string; at: Place }): void {
		this.lastAction = null;
		const words = text.toLowerCase();
		if (LEADS_TO_ACTIONS.test(words)) {
			if (this.mode !== 'priorities' && this.mode !== 'objectives' && this.mode !== 'measures')
				this.mode = 'actions';
		} else if (this.mode === 'unknown' || this.mode === 'context') {
			if (/\b(objectives|aims|goals|outcomes)\b[^.]*:$/.test(words)) this.mode = 'objectives';
			else if (/\bpriorities\b[^.]*:$/.test(words)) this.mode = 'priorities';
			else if (
				/\b(characteristics|groups|include|are|is|example|following|by)\b[^.]*:$/.test(words)
			)
				this.mode = 'context';
		}
		this.explains().push({ text, at });
	}

	private isAction({ text, at }: Paragraph): boolean {
		if (this.mode === 'priorities' || this.mode === 'objectives' || this.mode === 'measures')
			return false;
		const { reference, rest } = splitReference(text);
		if (/^action\s*\d/i.test(text)) return true;
		const counted = reference !== null && /\.\d|[A-Z]/.test(reference);
		if (counted && (this.objective !== null || DOING.test(rest))) return true;
		if (this.mode === 'context' || this.listed('item') || this.listed('table')) return false;
		if (this.mode === 'actions')
			return this.section !== null || this.result.sections.length === 0 || at.line > 0;
		return (
			this.section !== null &&
			/^(we|the council|officers) (will|are going to|commit|aim)\b/i.test(text) &&
			text.length < 400
		);
	}

	/** Whether there is a list or a table between this part's heading and the next. */
	private listed(kind: 'item' | 'table'): boolean {
		if (!isWithin(this.part, this.at)) {
			const stretch = this.stretch((block) => block.kind !== 'heading');
			this.part = { ...stretch, fact: new Set(stretch.blocks.map((block) => block.kind)) };
		}
		return this.part?.fact.has(kind) === true;
	}

	/** Text right beneath an action that has a heading of its own. */
	private continuesAction({ at }: Paragraph): boolean {
		const before = this.blocks[this.at - 1];
		return (
			this.lastAction !== null &&
			before?.kind === 'heading' &&
			before.at.line < at.line &&
			this.lastAction.at === before.at
		);
	}

	/** Something of the plan has been read: stray lines from here on are of no cover page. */
	private started(): boolean {
		return this.result.sections.some(
			({ actions, priorities, objectives }) =>
				actions.length + priorities.length + objectives.length > 0
		);
	}

	private explains(): PlanLine[] {
		return this.section?.context ?? this.result.context;
	}

	// Tables

	private table(block: Table): void {
		const { rows, columns } = understandTable(block, this.columns);
		this.columns = columns;
		this.lastAction = null;
		// Tables without headings above them bring their own sections.
		const own = this.section !== null && !this.fromTable;
		for (const row of rows) this.row(row, own);
		this.lastAction = null;
	}

	private row(row: TableRow, own: boolean): void {
		if (row.kind === 'leftOut' || row.kind === 'notUnderstood')
			this.result[row.kind].push(row.line);
		else if (row.kind === 'heading') this.tableHeading(row.text, row.at);
		else if (row.kind === 'objective') {
			const list =
				this.section && this.mode !== 'objectives'
					? this.section.objectives
					: this.result.objectives;
			list.push(objectiveOf(row.text, null, row.at));
			if (row.measure) this.here(row.at).measures.push({ text: row.measure, at: row.at });
		} else
			for (const action of row.actions) {
				const heading = own ? null : (row.theme ?? action.service ?? action.objective);
				if (heading !== null) {
					this.openSection(heading, action.at, null);
					this.fromTable = true;
				} else if (row.theme !== null) this.openSection(row.theme, action.at, null);
				const objective = this.objective;
				if (action.objective !== null) this.objective = null;
				this.add(action);
				this.objective = objective;
			}
	}

	private tableHeading(text: string, at: Place): void {
		const meaning = meaningOf(text);
		if (
			this.result.title === null &&
			this.result.sections.length === 0 &&
			PLAN_NAME.test(text) &&
			meaning.kind !== 'objective'
		) {
			this.result.title = text;
			return;
		}
		const block: Heading = { kind: 'heading', level: null, text, at };
		if (meaning.kind === 'objective')
			this.openObjective(block, meaning.reference, meaning.title || text);
		else if (meaning.kind === 'priority')
			this.openPriority(block, meaning.reference, meaning.title || text);
		else if (meaning.kind === 'label' || meaning.kind === 'furniture')
			this.result.leftOut.push({ text, at });
		else {
			const objective = this.objective;
			this.openSection(text, at, null);
			this.objective = objective;
		}
	}
}

/** What a document may ask, and answer on the next line. */
const ASKED = new Set<string>(['owner', 'due', 'service', 'status', 'rag', 'progress']);

/** "As part of this, we will:", "We shall do this by:", "The council will take these actions:" */
const LEADS_TO_ACTIONS =
	/\b((will|shall|to|actions? (are|include))|(will|shall|aim|plan|achieve|deliver|going)\b[^.]*\bby|actions\b[^.]*)\s*:$/i;

/** Headings of chapters that are no service or theme. */
const GENERIC =
	/\b(objectives?|plan|aims?|strategy|priorit(y|ies)|outcomes?|actions?|commitments?|goals?|framework|scheme|deliver\w*)\b/i;

/** A priority beside a section that is itself one: "Priority 2" after "Priority 1", but not "Priority 1.2". */
function isBeside(reference: string | null, section: Meaning): boolean {
	return (
		section.kind === 'priority' &&
		!(section.reference && reference?.startsWith(`${section.reference}.`))
	);
}

/** What is known of the blocks from one place up to another. */
interface Stretch<Fact> {
	from: number;
	to: number;
	fact: Fact;
}

function isWithin(stretch: Stretch<unknown> | null, at: number): boolean {
	return stretch !== null && at >= stretch.from && at < stretch.to;
}

function newSection(heading: string, parent: string | null, at: Place): PlanSection {
	return {
		heading,
		parent,
		objectives: [],
		priorities: [],
		actions: [],
		measures: [],
		context: [],
		at
	};
}

function lineOf({ text, at }: { text: string; at: Place }): PlanLine {
	return { text, at };
}

function marked({ marker, text }: Item): string {
	return marker ? `${marker} ${text}` : text;
}

function asItem({ text, at }: Paragraph): Item {
	return { kind: 'item', text, marker: null, depth: 0, at };
}

/** Whether a paragraph may be one more of a list: after numbers, only what is numbered. */
function goesOn(list: readonly PlanObjective[], text: string): boolean {
	const numbered = typeof list.at(-1)?.reference === 'string';
	return text.length < 250 && (!numbered || objectiveOf(text, null, NOWHERE).reference !== null);
}

const NOWHERE: Place = { line: 0, page: null };

/** More than a line that stands about: a sentence. */
function isProse(text: string): boolean {
	return text.length > 60 || /[.!?:;]["”’)]?$/.test(text);
}

/** "Objective 2: Fair services", "2. Fair services" and "Fair services" with the marker "2." are the same. */
function objectiveOf(text: string, marker: string | null, at: Place): PlanObjective {
	const meaning = meaningOf(text);
	if ((meaning.kind === 'objective' || meaning.kind === 'priority') && meaning.title)
		return { reference: meaning.reference, title: meaning.title, at };
	const { reference, rest } = splitReference(text);
	return { reference: reference ?? (marker ? bareMarker(marker) : null), title: rest, at };
}

function setField(
	action: PlanAction,
	{ kind, name, value }: { kind: string; name: string; value: string }
): void {
	if (kind === 'objective') Object.assign(action, objectivesIn(value));
	else if (kind === 'theme' || kind === 'other' || kind === 'action')
		action.detail.push(`${name}: ${value}`);
	else if (action[kind as 'owner'] === null || kind === 'priority') action[kind as 'owner'] = value;
	else action.detail.push(`${name}: ${value}`);
}
