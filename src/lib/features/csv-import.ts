/** Records from a table: which column is what, which lines can be taken, and what is wrong with the others. */
import type * as z from 'zod/mini';
import { firstErrors } from '$lib/forms/error-list';
import type { CsvTable } from '$lib/exchange/csv-table';
import type { Row } from '$lib/records/registry';
import type { Store } from '$lib/store/store';

/** One column that a file may have. */
export interface ImportColumn<Values> {
	field: keyof Values & string;
	label: string;
	/** Other headings that mean it, in small letters. */
	also?: readonly string[];
	/** Turns a cell into what the form holds; null where it is none of the words that it may be. Left out: text as it is. */
	read?: (cell: string) => Values[keyof Values] | null;
	/** What a cell may say, for the sentence about one that says something else. */
	says?: string;
}

/** What is brought in, and how it becomes a record. Loaded when a file is read. */
export interface Importing<Values extends object, Fields> {
	columns: readonly ImportColumn<Values>[];
	/** Without which there is nothing to take. */
	required: readonly (keyof Values & string)[];
	/** The form's values where a line says nothing. */
	empty: () => Values;
	/** Reads a line as the form would. */
	schema: (values: Values) => z.ZodMiniType<Fields>;
	/** What a line is called in the review. */
	nameOf: (values: Values) => string;
	/** Two that have the same are the same. */
	keyOf: (values: Values) => string;
	/** Of what is here already. */
	known: ReadonlySet<string>;
	/** Writes one; the caller's transaction. */
	save: (store: Store, councilId: string, id: string, fields: Fields) => Promise<void>;
	/** An example of each column, in their order. */
	example: readonly string[];
}

/** Which of a table's columns is which of the import's, by field; left out where there is none. */
export type Matching = Readonly<Record<string, number>>;

export interface ReviewLine<Fields> {
	/** In the file, from 2: the headings are the first. */
	line: number;
	name: string;
	/** `new` is taken; `here` is there already, or twice in the file, and stays as it is. */
	state: 'new' | 'here' | 'wrong';
	/** A sentence for each cell at fault. */
	problems: string[];
	fields: Fields | null;
}

/** Columns whose headings say what they are. */
export function matchColumns<Values>(
	headings: readonly string[],
	columns: readonly ImportColumn<Values>[]
): Matching {
	const plain = headings.map((heading) =>
		heading
			.toLocaleLowerCase('en-GB')
			.replace(/[^a-z0-9]+/g, ' ')
			.trim()
	);
	return Object.fromEntries(
		columns.flatMap(({ field, label, also = [] }) => {
			const names = [label.toLocaleLowerCase('en-GB'), field.replaceAll('_', ' '), ...also];
			const place = plain.findIndex((heading) => names.includes(heading));
			return place < 0 ? [] : [[field, place]];
		})
	);
}

/** What would become of every line. */
export function reviewOf<Values extends object, Fields>(
	{ rows }: CsvTable,
	matching: Matching,
	importing: Importing<Values, Fields>
): ReviewLine<Fields>[] {
	const { columns, empty, schema, nameOf, keyOf, known } = importing;
	const seen = new Set(known);
	return rows.map((row, place) => {
		const values = empty();
		const problems: string[] = [];
		for (const { field, label, read, says } of columns) {
			const cell = row[matching[field] ?? -1] ?? '';
			if (cell === '') continue;
			const value = read ? read(cell) : (cell as Values[typeof field]);
			if (value === null) problems.push(`${label}: “${cell}” is not ${says ?? 'known'}`);
			else values[field] = value as Values[typeof field];
		}
		const read = schema(values).safeParse(values);
		const faulty = read.success ? {} : firstErrors(read.error.issues);
		for (const [field, message] of Object.entries(faulty)) {
			const label = columns.find((column) => column.field === field)?.label;
			// A cell that was not understood has its sentence.
			if (!label || !problems.some((problem) => problem.startsWith(`${label}:`)))
				problems.push(label ? `${label}: ${message}` : message);
		}
		const key = keyOf(values);
		const isHere = seen.has(key);
		const state = problems.length > 0 ? 'wrong' : isHere ? 'here' : 'new';
		if (state === 'new') seen.add(key);
		return {
			line: place + 2,
			name: nameOf(values),
			state,
			problems,
			fields: state === 'new' && read.success ? read.data : null
		};
	});
}

/** Reads a code by itself or by its words, whatever their letters. */
export function codeFrom(
	items: readonly { code: string; label: string }[]
): (cell: string) => string | null {
	const same = (a: string, b: string) => a.localeCompare(b, 'en-GB', { sensitivity: 'base' }) === 0;
	return (cell) =>
		items.find(({ code, label }) => same(code, cell) || same(label, cell))?.code ?? null;
}

/** Several codes, with ; between them; null where one of them is none. */
export function codesFrom(
	items: readonly { code: string; label: string }[]
): (cell: string) => string[] | null {
	const one = codeFrom(items);
	return (cell) => {
		const codes = cell.split(';').map((part) => one(part.trim()));
		return codes.includes(null) ? null : codes.filter((code) => code !== null);
	};
}

/** A ward by its code or its name. */
export function wardFrom(
	areas: readonly Pick<Row<'areas'>, 'code' | 'name'>[]
): (cell: string) => string | null {
	return codeFrom(areas.map(({ code, name }) => ({ code, label: name })));
}

/** Yes or no, as people write them. */
export function truthFrom(cell: string): boolean | null {
	if (/^(yes|y|true|1)$/i.test(cell)) return true;
	return /^(no|n|false|0)$/i.test(cell) ? false : null;
}

/** A day, as a spreadsheet of this country writes it or as computers do: `YYYY-MM-DD`. */
export function dayFrom(cell: string): string | null {
	const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(cell) ?? [];
	if (year) return `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
	return /^\d{4}-\d{2}-\d{2}/.test(cell) ? cell.slice(0, 10) : null;
}
