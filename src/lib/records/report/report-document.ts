/** A report as words and tables: the same for the screen, for paper, for a web page and for a spreadsheet. */
import * as z from 'zod/mini';

const table = z.object({
	caption: z.string(),
	columns: z.array(z.object({ label: z.string(), numeric: z.boolean() })),
	/** Cells in the order of the columns. See cells.ts. */
	rows: z.array(z.array(z.string())),
	/** How its figures were made, in a sentence or two. */
	made: z.string(),
	/** The page of the app that shows them as they are now, such as `/map`; '' where there is none. */
	source: z.string()
});

const section = z.object({
	title: z.string(),
	/** What somebody wrote, in paragraphs; '' for nothing. */
	words: z.string(),
	tables: z.array(table)
});

export const reportDocumentSchema = z.object({
	title: z.string(),
	/** Whose it is, of when, and as of when. */
	about: z.string(),
	sections: z.array(section),
	/** What readers have to know of the figures. */
	notes: z.array(z.string())
});

export type ReportDocument = z.infer<typeof reportDocumentSchema>;
export type ReportSection = ReportDocument['sections'][number];
export type ReportTable = ReportSection['tables'][number];
