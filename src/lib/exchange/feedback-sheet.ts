/** "You said, we did" as files: a table for spreadsheets, and a page that opens anywhere. */
import { csvOf } from './csv';

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
	return `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>
body { max-width: 40rem; margin: 2rem auto; padding: 0 1rem; font: 1.0625rem/1.5 system-ui, sans-serif; color: #1d1d1b; }
article { margin: 1.5rem 0; padding-top: 1rem; border-top: 2px solid #17453b; break-inside: avoid; }
h2 { margin: 0.5rem 0 0; font-size: 1.125rem; }
p { margin: 0 0 0.5rem; white-space: pre-line; overflow-wrap: anywhere; }
.small { color: #55534d; font-size: 0.9375rem; }
</style>
<h1>${escaped(title)}</h1>
<p>${escaped(about)}</p>
${articles.join('\n')}
<p class="small">${escaped(note)}</p>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;'
};

function escaped(text: string): string {
	return text.replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter);
}
