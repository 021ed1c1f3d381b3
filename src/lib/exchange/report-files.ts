/** A report as files. The same report always makes the same file. */
import { cellInWords, numberIn } from '../records/report/cells';
import type { ReportDocument, ReportTable } from '../records/report/report-document';
import { csvOf, type Cell } from './csv';
import { escaped, htmlPage } from './html-page';

/** All tables of a report, one below the other, each with how it was made. What begins like a formula stays text. */
export function reportCsv({ title, about, sections, notes }: ReportDocument): string {
	const tables = sections.flatMap(({ tables }) => tables);
	return csvOf([
		[title],
		[about],
		...tables.flatMap(({ caption, columns, rows, made }): Cell[][] => [
			[],
			[caption],
			columns.map(({ label }) => label),
			...rows.map((row) => row.map((cell) => numberIn(cell) ?? cell)),
			[made]
		]),
		[],
		...notes.map((note) => [note])
	]);
}

/** A report as a whole HTML page, print-ready on A4. */
export function reportHtml({ title, about, sections, notes }: ReportDocument): string {
	const parts = sections.map(
		({ title, words, tables }) => `<section>
<h2>${escaped(title)}</h2>
${words ? `<p>${escaped(words)}</p>\n` : ''}${tables.map(tableHtml).join('\n')}
</section>`
	);
	return htmlPage(
		title,
		`<p>${escaped(about)}</p>
${parts.join('\n')}
<section>
<h2>About the figures</h2>
${notes.map((note) => `<p>${escaped(note)}</p>`).join('\n')}
</section>`,
		`body { max-width: 52rem; }
h2 { margin: 2rem 0 0.5rem; padding-top: 0.5rem; border-top: 2px solid #17453b; font-size: 1.375rem; break-after: avoid; }
div { margin: 1rem 0 0; overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 0.9375rem; }
caption { padding: 0.25rem 0; font-weight: 600; text-align: left; }
th, td { padding: 0.25rem 0.5rem 0.25rem 0; border-bottom: 1px solid #c9c5ba; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
tbody th { font-weight: 400; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
@media print { div { overflow: visible; } }`
	);
}

function tableHtml({ caption, columns, rows, made }: ReportTable): string {
	const kind = (place: number) => (columns[place]?.numeric ? ' class="number"' : '');
	const head = columns.map(
		({ label }, place) => `<th scope="col"${kind(place)}>${escaped(label)}</th>`
	);
	const lines = rows.map((row) => {
		const cells = row.map((cell, place) => {
			const words = escaped(cellInWords(cell));
			return place === 0 ? `<th scope="row">${words}</th>` : `<td${kind(place)}>${words}</td>`;
		});
		return `<tr>${cells.join('')}</tr>`;
	});
	return `<div tabindex="0" role="region" aria-label="${escaped(caption)}"><table>
<caption>${escaped(caption)}</caption>
<thead><tr>${head.join('')}</tr></thead>
<tbody>
${lines.join('\n')}
</tbody>
</table></div>
<p class="small">${escaped(made)}</p>`;
}
