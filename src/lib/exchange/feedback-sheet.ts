/** "You said, we did" as files: a table for spreadsheets, and a page that opens anywhere. */
import { csvOf } from './csv';
import { escaped, htmlPage } from './html-page';

/** What the sheet says, in words. */
export interface FeedbackSheet {
	/** "You said, we did: Oxford City Council" */
	title: string;
	/** "Answered between 1 April 2026 and 17 November 2026. Made on 17 November 2026." */
	about: string;
	/** What it leaves out, and why. */
	note: string;
	items: readonly FeedbackItem[];
}

export interface FeedbackItem {
	ward: string;
	saidOn: string;
	said: string;
	/** "We did" or "We cannot, because" */
	outcome: string;
	response: string;
	/** "Told on 2 October 2026: at a meeting"; "Not told yet". */
	told: string;
}

const COLUMNS: readonly [keyof FeedbackItem, string][] = [
	['ward', 'Ward'],
	['saidOn', 'Said on'],
	['said', 'You said'],
	['outcome', 'What came of it'],
	['response', 'Our answer'],
	['told', 'Told']
];

/** The sheet as CSV; what begins like a formula stays text. */
export function sheetCsv({ title, about, note, items }: FeedbackSheet): string {
	return csvOf([
		COLUMNS.map(([, label]) => label),
		...items.map((item) => COLUMNS.map(([key]) => item[key])),
		[],
		[title],
		[about],
		[note]
	]);
}

/** The sheet as a whole HTML page that needs nothing else. */
export function sheetHtml({ title, about, note, items }: FeedbackSheet): string {
	const articles = items.map(
		(item) => `<article>
<h2>You said</h2>
<p>${escaped(item.said)}</p>
<h2>${escaped(item.outcome)}</h2>
<p>${escaped(item.response)}</p>
<p class="small">${escaped([item.ward, `said on ${item.saidOn}`, item.told].join(', '))}</p>
</article>`
	);
	return htmlPage(
		title,
		`<p>${escaped(about)}</p>
${articles.join('\n')}
<p class="small">${escaped(note)}</p>`,
		`article { margin: 1.5rem 0; padding-top: 1rem; border-top: 2px solid #17453b; break-inside: avoid; }
h2 { margin: 0.5rem 0 0; font-size: 1.125rem; }`
	);
}
