import { describe, expect, it } from 'vitest';
import { sheetCsv, sheetHtml } from './feedback-sheet';

const sheet = {
	title: 'You said, we did: Oxford',
	about: 'Made on 17 November 2026.',
	note: 'It names nobody.',
	items: [
		{
			ward: 'Cowley',
			saidOn: '1 May 2026',
			said: '=HYPERLINK("x")',
			outcome: 'We did',
			response: 'More <b>buses</b> & "trains"',
			told: 'Not told yet'
		}
	]
};

describe('the sheet', () => {
	it('as CSV keeps what begins like a formula as text, and carries its date and its note', () => {
		const lines = sheetCsv(sheet).split('\r\n');
		expect(lines[0]).toContain('You said');
		expect(lines[1]).toContain(`"'=HYPERLINK(""x"")"`);
		expect(lines.slice(3, 6)).toEqual([
			`"You said, we did: Oxford"`,
			'Made on 17 November 2026.',
			'It names nobody.'
		]);
	});

	it('as a page shows what was typed as text', () => {
		const html = sheetHtml(sheet);
		expect(html).toContain('More &lt;b&gt;buses&lt;/b&gt; &amp; &quot;trains&quot;');
		expect(html).not.toContain('<b>');
		expect(html).toContain('Made on 17 November 2026.');
		expect(html).toContain('It names nobody.');
	});
});
