/** A table of a plan, row by row: which column holds what, which rows are headings, which go on from the row above. */
import { headerKinds, type ColumnKind } from './columns';
import {
	textOf,
	tidy,
	type Cell,
	type Item,
	type Paragraph,
	type Row,
	type Table
} from './document';
import { DOING } from './doing';
import { isPaperMark, meaningOf } from './headings';
import { actionAt, type PlanAction, type PlanLine } from './plan';
import { splitReference } from './references';

/** What a row says. */
export type TableRow =
	| { kind: 'heading'; text: string; at: Row['at'] }
	| { kind: 'actions'; actions: PlanAction[]; theme: string | null }
	| { kind: 'objective'; text: string; measure: string | null; at: Row['at'] }
	| { kind: 'leftOut'; line: PlanLine }
	| { kind: 'notUnderstood'; line: PlanLine };

export interface UnderstoodTable {
	rows: TableRow[];
	/** The columns, for a table that goes on after a page's end without naming them again. */
	columns: Columns | null;
}

export interface Columns {
	kinds: ColumnKind[];
	names: string[];
}

/** @param before the columns of the table before it, which hold for one without a header row of its own */
export function understandTable(table: Table, before: Columns | null): UnderstoodTable {
	const reader = new TableReader(headless(table, before));
	const rows = table.rows.flatMap((row, at): TableRow[] =>
		isAboveHeader(row, table.rows[at + 1])
			? [{ kind: 'leftOut', line: lineOf(row) }]
			: reader.row(row)
	);
	return { rows, columns: reader.columns };
}

/** The upper row of a header: "Delivery" above "Lead" and "By when". */
function isAboveHeader(row: Row, next: Row | undefined): boolean {
	const texts = row.cells.map(textOf);
	const names = new Set(texts.filter(Boolean));
	return (
		names.size > 1 &&
		texts.every((text) => text.length <= 40 && !/:/.test(text)) &&
		!headerKinds(texts) &&
		next !== undefined &&
		headerKinds(next.cells.map(textOf)) !== null
	);
}

/** A row on one line. */
function lineOf({ cells, at }: Row): PlanLine {
	const texts = cells.map((cell) => (cell.fromLeft ? '' : tidy(textOf(cell))));
	return { text: texts.filter(Boolean).join(' | '), at };
}

/** The columns of a table that does not begin with a header row: the last table's, else what the cells look like. */
function headless(table: Table, before: Columns | null): Columns | null {
	const hasHeader = table.rows.slice(0, 4).some((row) => headerKinds(row.cells.map(textOf)));
	if (hasHeader) return null;
	const width = table.rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
	if (before?.kinds.length === width) return before;
	return guess(table, width);
}

/** The column with the most text holds the actions; numbers beside it name objectives, in front of it the action. */
function guess({ rows }: Table, width: number): Columns | null {
	const columns = Array.from({ length: width }, (_, at) =>
		rows.map(({ cells }) => textOf(cells[at])).filter(Boolean)
	);
	const lengths = columns.map((texts) => texts.join('').length / Math.max(1, texts.length));
	const work = lengths.reduce((best, length, at) => (length > (lengths[best] ?? 0) ? at : best), 0);
	if ((lengths[work] ?? 0) < 25) return null;
	const kinds = columns.map((texts, at): ColumnKind => {
		if (at === work) return 'action';
		if (
			texts.length > 0 &&
			texts.every(
				(text) => splitReference(`${text} x`).reference !== null || /^[\d, &]+$/.test(text)
			)
		)
			return at < work ? 'reference' : 'objective';
		if (texts.length > 0 && texts.every(looksLikeDue)) return 'due';
		return 'other';
	});
	// Nothing but long texts is no table of actions.
	if (kinds.every((kind) => kind === 'action' || kind === 'other')) return null;
	return { kinds, names: kinds.map(() => '') };
}

function looksLikeDue(text: string): boolean {
	return /\b(19|20)\d\d\b|^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$|^(ongoing|annual|quarterly|monthly|complete)/i.test(
		text
	);
}

class TableReader {
	/** What stood in the columns that hold for the rows below until something else does. */
	private carried: Partial<Record<ColumnKind, string>> = {};
	private last: PlanAction | null = null;

	constructor(public columns: Columns | null) {}

	row(row: Row): TableRow[] {
		const { cells, at } = row;
		const texts = cells.map((cell) => (cell.fromLeft ? '' : tidy(textOf(cell))));
		const line = lineOf(row);
		if (line.text === '') return [];
		const header = headerKinds(cells.map((cell) => tidy(textOf(cell))));
		if (header) {
			this.columns = { kinds: header, names: texts };
			this.carried = {};
			return [{ kind: 'leftOut', line }];
		}
		if (texts.every((text) => text === '' || /^[-–—_.\s]+$/.test(text)))
			return [{ kind: 'leftOut', line }];
		const heading = this.headingIn(cells, texts);
		if (heading !== null) {
			this.carried = {};
			return isPaperMark(heading)
				? [{ kind: 'notUnderstood', line }]
				: [{ kind: 'heading', text: heading, at }];
		}
		if (!this.columns) return [{ kind: 'notUnderstood', line }];
		return this.columns.kinds.includes('action')
			? this.actions(cells, line)
			: this.objective(cells, line);
	}

	/** A text that spans the row, or stands in it alone where no action stands. */
	private headingIn(cells: readonly Cell[], texts: readonly string[]): string | null {
		const filled = texts.flatMap((text, at) => (text && !cells[at]?.fromAbove ? [at] : []));
		const [only] = filled;
		if (only === undefined || filled.length > 1 || cells.length < 2) return null;
		const text = texts[only] ?? '';
		const spans = cells.length > 1 && cells.every(({ fromLeft }, at) => at === only || fromLeft);
		if (spans) return text.length <= 300 ? text : null;
		const kind = this.columns?.kinds[only] ?? (only === 0 ? 'other' : null);
		const meaning = meaningOf(text).kind;
		if (meaning === 'objective' || meaning === 'theme' || meaning === 'priority') return text;
		if (only > 0 || text.length > 80 || /[.;,]$/.test(text)) return null;
		// Alone in the column of the actions: a heading only if it does not read as something to do.
		if (kind === 'action')
			return cells.length > 2 && text.split(' ').length <= 6 && !DOING.test(text) ? text : null;
		return kind === 'reference' && /^[\w.-]{1,8}$/.test(text) ? null : text;
	}

	private value(cells: readonly Cell[], kind: ColumnKind): string | null {
		const at = this.columns?.kinds.indexOf(kind) ?? -1;
		const text = at < 0 || this.isOfAction(cells, at) ? '' : tidy(textOf(cells[at]));
		return /^([-–—]+|n\/?a|tbc)?$/i.test(text) ? null : text;
	}

	/** A cell merged with the action's beside it, or one that goes on from the column before, has no value of its own. */
	private isOfAction(cells: readonly Cell[], at: number): boolean {
		const work = this.columns?.kinds.indexOf('action') ?? -1;
		const until = cells.slice(at + 1, work + 1);
		return (
			cells[at]?.fromLeft === true || (until.length > 0 && until.every(({ fromLeft }) => fromLeft))
		);
	}

	/** A value that an empty cell takes from the row above. */
	private carry(cells: readonly Cell[], kind: ColumnKind): string | null {
		const value = this.value(cells, kind);
		if (this.isOfAction(cells, this.columns?.kinds.indexOf(kind) ?? -1)) return null;
		if (value !== null && !/^("|''|”|〃|ditto|as above)$/i.test(value)) this.carried[kind] = value;
		return this.carried[kind] ?? null;
	}

	private objective(cells: readonly Cell[], line: PlanLine): TableRow[] {
		const text = this.value(cells, 'objective') ?? this.value(cells, 'priority');
		const kinds = this.columns?.kinds ?? [];
		const rest = kinds.flatMap((kind, at) =>
			kind === 'objective' ? [] : [tidy(textOf(cells[at]))].filter(Boolean)
		);
		if (text === null) return [{ kind: 'notUnderstood', line }];
		const reference = this.value(cells, 'reference');
		return [
			{
				kind: 'objective',
				text: reference ? `${reference}. ${text}` : text,
				measure: rest.filter((each) => each !== reference).join('; ') || null,
				at: line.at
			}
		];
	}

	private actions(cells: readonly Cell[], line: PlanLine): TableRow[] {
		const kinds = this.columns?.kinds ?? [];
		const work = cells[kinds.indexOf('action')];
		const objective = this.carry(cells, 'objective');
		const priority = this.carry(cells, 'priority');
		const theme = this.carry(cells, 'theme');
		const service = this.carry(cells, 'service');
		const own = work && !work.fromAbove ? work.content : [];
		if (own.length === 0 || this.goesOn(cells))
			return this.below(cells, line, work?.fromAbove ?? false);
		// The sums of a spreadsheet.
		if (!/[a-z]{2}/i.test(textOf(work))) return [{ kind: 'notUnderstood', line }];
		const given: Partial<PlanAction> = {
			...objectivesIn(objective),
			priority:
				priority !== null && /^(high|medium|low|h|m|l|\d)$/i.test(priority) ? null : priority,
			service,
			owner: this.value(cells, 'owner'),
			due: this.value(cells, 'due'),
			status: this.value(cells, 'status'),
			rag: this.value(cells, 'rag'),
			measure: this.value(cells, 'measure'),
			progress: this.value(cells, 'progress')
		};
		const reference = this.value(cells, 'reference');
		const other = this.otherColumns(cells, priority === given.priority ? null : priority);
		const actions = actionsIn(own, line.at).map((action, _, all) => ({
			...action,
			...given,
			reference: action.reference ?? (all.length === 1 ? reference : null),
			// Several actions cannot go by one reference.
			detail: [
				...action.detail,
				...other,
				...(all.length > 1 && reference ? [`Reference: ${reference}`] : [])
			]
		}));
		this.last = actions.at(-1) ?? null;
		return [{ kind: 'actions', actions, theme }];
	}

	/** Nothing but a text below an action, where actions have references: more of that action. */
	private goesOn(cells: readonly Cell[]): boolean {
		const kinds = this.columns?.kinds ?? [];
		return (
			typeof this.last?.reference === 'string' &&
			kinds.includes('reference') &&
			cells.every((cell, at) => kinds[at] === 'action' || cell.content.length === 0)
		);
	}

	/** A row without an action of its own: more of the action above, or nothing that is understood. */
	private below(cells: readonly Cell[], line: PlanLine, merged: boolean): TableRow[] {
		const last = this.last;
		const kinds = this.columns?.kinds ?? [];
		const more = kinds.flatMap((kind, at) => {
			const text = cells[at]?.fromAbove || cells[at]?.fromLeft ? '' : tidy(textOf(cells[at]));
			return text ? [{ kind, name: this.columns?.names[at] ?? '', text }] : [];
		});
		// The objective, alone in a row: it holds for the rows below.
		if (
			more.every(
				({ kind }) =>
					kind === 'objective' || kind === 'theme' || kind === 'service' || kind === 'priority'
			)
		)
			return [{ kind: 'heading', text: line.text, at: line.at }];
		if (!last || !(merged || more.every(({ kind }) => kind !== 'reference')))
			return [{ kind: 'notUnderstood', line }];
		last.detail.push(...more.map(({ name, text }) => (name ? `${name}: ${text}` : text)));
		return [];
	}

	/** Columns that an action has no field for, with their headings. */
	private otherColumns(cells: readonly Cell[], importance: string | null): string[] {
		const kinds = this.columns?.kinds ?? [];
		const texts = cells.flatMap((cell, at) => {
			const text = cell.fromLeft ? '' : tidy(textOf(cell));
			const known = at < kinds.length && kinds[at] !== 'other';
			const name = this.columns?.names[at] ?? '';
			return known || text === '' ? [] : [name ? `${name}: ${text}` : text];
		});
		return importance === null ? texts : [`Priority: ${importance}`, ...texts];
	}
}

/** "1, 3 and 4" is an objective and two further ones; anything else is one. */
export function objectivesIn(text: string | null): {
	objective: string | null;
	furtherObjectives: string[];
} {
	if (text === null) return { objective: null, furtherObjectives: [] };
	const several =
		/^(?:objectives?\s*)?[A-Z]{0,3}\d+(?:\.\d+)?(?:\s*(?:,|;|&|\/|and)\s*[A-Z]{0,3}\d+(?:\.\d+)?)+$/i.test(
			text
		);
	if (!several) return { objective: text, furtherObjectives: [] };
	const [first = text, ...further] = text
		.replace(/^objectives?\s*/i, '')
		.split(/\s*(?:,|;|&|\/|and)\s*/i)
		.filter(Boolean);
	return { objective: first, furtherObjectives: further };
}

/** Words that only lead to a list. */
const LEAD_IN =
	/^.{0,40}\b((we|council|officers|service|team) will|actions?( are| include)?|to do this,?)\s*:?$/i;

/** The actions in a cell: one, or one for each item of a list that is all there is or that "We will:" leads to. */
function actionsIn(content: readonly (Paragraph | Item)[], at: Row['at']): PlanAction[] {
	const lead = content.findIndex(({ kind }) => kind === 'item');
	const before = content.slice(0, Math.max(0, lead));
	const listed = lead === 0 || (lead > 0 && before.every(({ text }) => LEAD_IN.test(text)));
	const top = content.filter((part) => part.kind === 'item' && part.depth === 0);
	if (listed && top.length > 1) {
		const actions: PlanAction[] = [];
		for (const part of content.slice(lead)) {
			const last = actions.at(-1);
			if (part.kind === 'item' && part.depth === 0)
				actions.push(actionOf(part.text, part.marker, at));
			else last?.detail.push(part.text);
		}
		if (actions[0] && before.length > 0) actions[0].detail.push(...before.map(({ text }) => text));
		return actions;
	}
	const own = lead > 0 ? before : content;
	const marker = own[0]?.kind === 'item' ? own[0].marker : null;
	const action = actionOf(own.map(({ text }) => text).join(' '), marker, at);
	if (lead > 0) action.detail.push(...content.slice(lead).map(({ text }) => text));
	return [action];
}

/** An action from its text, which may begin with its reference. */
export function actionOf(text: string, marker: string | null, at: Row['at']): PlanAction {
	const { reference, rest } = splitReference(text);
	// "…; and" joins the items of a list.
	const action = actionAt(rest.replace(/\s*[;,](\s*(and|or))?$/, ''), at);
	action.reference =
		reference ??
		(marker !== null && /^\d+(\.\d+)+\.?$/.test(marker) ? marker.replace(/\.$/, '') : null);
	return action;
}
