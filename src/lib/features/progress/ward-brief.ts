/** A ward on one page, for a councillor or a visit: its year beside the whole council's, and what people were told. */
import type { ReportFigures } from '$lib/insight/report-figures';
import type { Row } from '$lib/records/registry';
import type { ReportDocument, ReportSection } from '$lib/records/report/report-document';
import { sheetOf } from '../feedback-sheet';
import { aboutOf, columns, notesOf, quarterTable, wardTable, yearOf } from './report-tables';

export interface BriefSources {
	/** Null for whoever holds no records. */
	loops: readonly Row<'feedback_loops'>[] | null;
	areas: readonly Row<'areas'>[];
	/** `YYYY-MM-DD` */
	today: string;
}

/** So many answers fit on the page beside the figures. */
const ANSWERS = 6;

/** @returns null where the council has no such ward */
export function wardBrief(
	code: string,
	figures: ReportFigures,
	{ loops, areas, today }: BriefSources
): ReportDocument | null {
	const place = figures.wards.findIndex((ward) => ward.code === code);
	const ward = figures.wards[place];
	if (!ward) return null;
	const activity = wardTable(figures);
	const quarters = quarterTable(figures);
	const grid = { ...activity, caption: `${ward.name} and the whole council` };
	return {
		title: `${ward.name}: ward brief ${yearOf(figures)}`,
		about: aboutOf(figures),
		sections: [
			{
				title: 'The year in figures',
				words: '',
				tables: [
					{ ...grid, rows: [activity.rows[place] ?? [], activity.rows.at(-1) ?? []] },
					{ ...quarters, rows: [quarters.rows[place] ?? [], quarters.rows.at(-1) ?? []] }
				]
			},
			...(loops ? [answers(code, loops, figures, areas, today)] : [])
		],
		notes: notesOf(figures)
	};
}

function answers(
	code: string,
	loops: readonly Row<'feedback_loops'>[],
	figures: ReportFigures,
	areas: readonly Row<'areas'>[],
	today: string
): ReportSection {
	const { council } = figures;
	const { items } = sheetOf(loops, { council, period: figures, ward: code, areas, today });
	const table = {
		caption: `The latest of ${items.length} answered`,
		columns: columns('You said', 'What came of it', 'Our answer'),
		rows: items.slice(0, ANSWERS).map(({ said, outcome, response }) => [said, outcome, response]),
		made: 'Feedback from the ward that was answered in the year.',
		source: `/feedback/summary?ward=${code}`
	};
	return {
		title: 'You said, we did',
		words: items.length === 0 ? 'Nothing from this ward was answered this year.' : '',
		tables: items.length === 0 ? [] : [table]
	};
}
