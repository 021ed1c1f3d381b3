/** What outreach tells a joint strategic needs assessment (Health and Social Care Act 2012, s192): whom it met where, and what about. */
import type { ReportFigures } from '$lib/insight/report-figures';
import { compareCounted } from '$lib/insight/representativeness';
import type { ReportDocument } from '$lib/records/report/report-document';
import {
	aboutOf,
	censusTables,
	notesOf,
	partTable,
	quarterTable,
	silenceTable,
	wardTable,
	yearOf
} from './report-tables';

export function evidencePack(figures: ReportFigures): ReportDocument {
	const { heard } = figures;
	return {
		title: `Evidence from outreach ${yearOf(figures)}`,
		about: aboutOf(figures),
		sections: [
			{ title: 'What people spoke of', words: '', tables: [partTable(figures, 'theme')] },
			{
				title: 'Who was met, and how',
				words: '',
				tables: [partTable(figures, 'group'), partTable(figures, 'type')]
			},
			{
				title: 'Where',
				words: '',
				tables: [wardTable(figures), quarterTable(figures), silenceTable(figures)]
			},
			{
				title: 'Are those who were heard like those who live here?',
				words: '',
				tables: censusTables(
					compareCounted(heard.counted, heard.benchmarks, heard.rounded_to),
					'people counted in logs',
					'People who were counted by group in the logs of the year.',
					'/representativeness'
				)
			}
		],
		notes: [
			...notesOf(figures),
			'These are contacts that officers sought or were sought for: they show what people raised, not how common it is.'
		]
	};
}
