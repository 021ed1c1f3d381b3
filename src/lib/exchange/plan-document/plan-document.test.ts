import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	bold,
	cell,
	docxOf,
	heading,
	item,
	p,
	table,
	title,
	zipOf
} from '../../../../tests/support/docx';
import { planAsJson } from './as-json';
import { outlineOf } from './outline-of';
import { PlanFileError } from './plan-file-error';
import { MAX_PLAN_FILE_BYTES, readPlanFile, readPlanText } from './read-file';
import { understand } from './understand';

const folder = fileURLToPath(new URL('fixtures/', import.meta.url));
const documents = readdirSync(folder).filter((name) => !name.endsWith('.outline'));
const outline = async (name: string, bytes: Uint8Array) =>
	outlineOf(understand(await readPlanFile(name, bytes)));
const understood = async (text: string) => planAsJson(understand(await readPlanText(text)));
const actionsIn = (plan: ReturnType<typeof planAsJson>) =>
	plan.sections.flatMap(({ heading, actions }) =>
		actions.map(({ title, objective }) => ({ heading, title, objective }))
	);

describe('documents of councils', () => {
	it.each(documents)('understands %s', async (name) => {
		const expected = readFileSync(`${folder}${name}.outline`, 'utf8').trimEnd();
		expect(await outline(name, readFileSync(`${folder}${name}`))).toBe(expected);
	});

	it.each(documents.filter((name) => name.endsWith('.txt')))(
		'reads %s alike in other encodings and with other line ends',
		async (name) => {
			const text = readFileSync(`${folder}${name}`, 'utf8');
			const expected = await outline(name, Buffer.from(text));
			const crlf = text.replaceAll('\n', '\r\n');
			expect(await outline(name, Buffer.from(`\uFEFF${crlf}`))).toBe(expected);
			expect(await outline(name, Buffer.from(`\uFEFF${text}`, 'utf16le'))).toBe(expected);
			expect(await outline(name, Buffer.from(text, 'utf16le'))).toBe(expected);
		}
	);

	it.each(['county-services.txt', 'city-strategy.txt'])(
		'finds the same actions of %s without blank lines, with pipes or blanks for tabs, as HTML, and wrapped',
		async (name) => {
			const text = readFileSync(`${folder}${name}`, 'utf8');
			const expected = actionsIn(await understood(text));
			expect(expected.length).toBeGreaterThan(5);
			const lines = text.split('\n').filter((line) => line.trim() !== '');
			const wrap = (line: string) =>
				line.includes('\t') ? line : line.trim().replace(/(.{20,78})(?: |$)/g, '$1\n');
			const asHtml = (line: string) => {
				if (line.includes('\t'))
					return `<table><tr><td>${line.replaceAll('\t', '</td><td>')}</td></tr></table>`;
				return /^\s*•/.test(line) ? `<ul><li>${line.trim().slice(1)}</li></ul>` : `<p>${line}</p>`;
			};
			for (const other of [
				lines.join('\n'),
				text.replaceAll('\t', ' | '),
				text.replaceAll('\t', '        '),
				text.split('\n').map(wrap).join('\n'),
				`<html>${lines.map(asHtml).join('').replaceAll('</table><table>', '')}`
			])
				expect(actionsIn(await understood(other))).toEqual(expected);
		}
	);

	it('reads Windows-1252, with curly quotes, dashes and hard blanks', async () => {
		const bytes = Buffer.from(
			'Plan \x96 fairness\n\nHousing\n\nAction\tObjective\nReview\xA0tenants\x92 letters\t1\n',
			'latin1'
		);
		expect(actionsIn(planAsJson(understand(await readPlanFile('a.txt', bytes))))).toEqual([
			{ heading: 'Housing', title: 'Review tenants’ letters', objective: '1' }
		]);
	});
});

describe('Word documents', () => {
	const plan = docxOf(
		[
			title('Equality Plan 2024 to 2028'),
			p('Ambridge Borough Council'),
			heading(1, 'Our equality objectives'),
			item('Know our residents', 2),
			item('Fair services', 2),
			heading(1, 'Action plan'),
			bold('Objective 1: Know our residents'),
			table(
				['Action', 'Lead', 'By when'],
				[
					cell('Publish a profile\nof the borough'),
					cell('Policy Manager', { down: 'restart' }),
					'March 2025'
				],
				['Ask for equality data in every survey', cell('', { down: 'continue' }), 'June 2025']
			),
			bold('Objective 2: Fair services'),
			table(
				['Action', 'Lead', 'By when'],
				[cell(bold('Housing Services'), { across: 3 })],
				[
					cell(p('Review the lettings policy') + item('with tenants') + item('with carers')),
					'Head of Housing',
					'Ongoing'
				],
				[cell(bold('Leisure'), { across: 3 })],
				[
					cell(item('Offer quiet hours') + item('Train lifeguards')),
					'Leisure Manager',
					'31/12/2025'
				],
				['', 'Boxes:', cell(table(['Lend floats to beginners']))]
			)
		].join('')
	);

	it('reads titles, lists, soft line breaks, merged cells, rows of services and lists in cells', async () => {
		expect(await outline('plan.docx', plan)).toBe(
			`title: Equality Plan 2024 to 2028
objective 1. Know our residents
objective 2. Fair services
# Objective 1: Know our residents
  objective 1. Know our residents
  9 action Publish a profile of the borough
      objective Objective 1: Know our residents
      owner Policy Manager
      due March 2025
  10 action Ask for equality data in every survey
      objective Objective 1: Know our residents
      owner Policy Manager
      due June 2025
# Housing Services
  objective 2. Fair services
  14 action Review the lettings policy
      objective Objective 2: Fair services
      owner Head of Housing
      due Ongoing
      - with tenants
      - with carers
# Leisure
  objective 2. Fair services
  16 action Offer quiet hours
      objective Objective 2: Fair services
      owner Leisure Manager
      due 31/12/2025
  16 action Train lifeguards
      objective Objective 2: Fair services
      owner Leisure Manager
      due 31/12/2025
      - Lead: Boxes:
      - By when: Lend floats to beginners
context Ambridge Borough Council
left out Our equality objectives
left out Action plan
left out Action | Lead | By when
left out Action | Lead | By when`
		);
	});

	const actionsOf = async (body: string) =>
		planAsJson(understand(await readPlanFile('plan.docx', docxOf(body)))).sections.map(
			({ heading, actions }) => [heading, ...actions.map(({ title }) => title)]
		);
	const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

	it('reads tracked changes as if all were accepted', async () => {
		const gone = '<w:del w:id="1" w:author="A"><w:r><w:delText>old </w:delText></w:r></w:del>';
		const added = `<w:ins w:id="2" w:author="A">${run('new ')}</w:ins>`;
		expect(
			await actionsOf(
				title('Equality plan') +
					heading(1, 'Housing') +
					heading(2, 'Actions') +
					`<w:p>${run('Review the ')}${gone}${added}${run('policy')}</w:p>`
			)
		).toEqual([['Housing', 'Review the new policy']]);
	});

	it('reads bold lines as headings, and numbered lines as actions', async () => {
		expect(
			await actionsOf(
				bold('ANNEX B') +
					bold('Equality Action Plan') +
					bold('Aim 1: Data') +
					bold('Actions') +
					p('1.1 Ask about disability in every form') +
					p('1.2 Publish the answers each May') +
					bold('Aim 2: Training') +
					bold('Actions') +
					p('2.1 Train every receptionist in sign language')
			)
		).toEqual([
			['Aim 1: Data', 'Ask about disability in every form', 'Publish the answers each May'],
			['Aim 2: Training', 'Train every receptionist in sign language']
		]);
	});

	it('leaves a table of contents out', async () => {
		expect(
			await actionsOf(
				title('Inclusion strategy') +
					bold('Contents') +
					p('1. Listening ........ 3') +
					p('2. Serving ........ 4') +
					bold('1. Listening') +
					p('We will:') +
					item('hold a forum every quarter') +
					bold('2. Serving') +
					p('We will:') +
					item('open late on Thursdays')
			)
		).toEqual([
			['1. Listening', 'hold a forum every quarter'],
			['2. Serving', 'open late on Thursdays']
		]);
	});

	const small = (body: string) => docxOf(body);
	it.each([
		['an empty file', 'plan.docx', Buffer.alloc(0), /empty/],
		['an empty document', 'plan.docx', small(''), /no text/],
		['a document that was cut off', 'plan.docx', plan.subarray(0, plan.length - 400), /damaged/],
		['a document with a broken part', 'plan.docx', broken(plan), /damaged/],
		['text that is named .docx', 'plan.docx', Buffer.from('\0\x01\x02 not Word'), /damaged/],
		[
			'macros',
			'plan.docx',
			docxOf(p('Plan'), [{ name: 'word/vbaProject.bin', content: 'x' }]),
			/macros/
		],
		[
			'a zip bomb',
			'plan.docx',
			docxOf(p('Plan'), [{ name: 'word/footnotes.xml', content: Buffer.alloc(31_000_000) }]),
			/unpacks to far more/
		],
		['a workbook', 'plan.xlsx', zipOf([{ name: 'xl/workbook.xml', content: '<x/>' }]), /Excel/],
		[
			'a presentation',
			'plan.pptx',
			zipOf([{ name: 'ppt/presentation.xml', content: '<x/>' }]),
			/presentation/
		],
		[
			'an OpenDocument text',
			'plan.odt',
			zipOf([{ name: 'content.xml', content: '<x/>' }]),
			/OpenDocument/
		],
		['an archive', 'plans.zip', zipOf([{ name: 'plan.txt', content: 'x' }]), /\.zip/],
		['a PDF', 'plan.pdf', Buffer.from('%PDF-1.7 …'), /PDF/],
		['a PDF named .txt', 'plan.txt', Buffer.from('%PDF-1.7 …'), /PDF/],
		['a picture', 'plan.png', Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'), /picture/],
		['a photo', 'plan.jpg', Buffer.from('\xFF\xD8\xFF\xE0', 'latin1'), /picture/],
		['an older Word document', 'plan.doc', old('WordDocument'), /older Word/],
		['a document with a password', 'plan.docx', old('EncryptedPackage'), /password/],
		['rich text', 'plan.rtf', Buffer.from('{\\rtf1 Plan}'), /RTF/],
		[
			'a program',
			'plan.exe',
			Buffer.from(Array.from({ length: 900 }, (_, at) => (at * 7) % 256)),
			/cannot|not a document/
		],
		['50 MB', 'plan.txt', Buffer.alloc(50_000_000, 'a'), /10 MB/],
		['more than the most', 'plan.txt', Buffer.alloc(MAX_PLAN_FILE_BYTES + 1, 'a'), /10 MB/],
		['blanks', 'plan.txt', Buffer.from(' \n\t\n'), /no text/]
	])('refuses %s with a sentence', async (_, name, bytes, sentence) => {
		const refused: unknown = await readPlanFile(name, bytes).catch((error: unknown) => error);
		expect(refused).toBeInstanceOf(PlanFileError);
		expect((refused as PlanFileError).message).toMatch(sentence);
		expect((refused as PlanFileError).message).toMatch(/^[A-Z].*\.$/);
	});
});

/** The compressed text of the last part is spoilt, its place in the archive is not. */
function broken(docx: Buffer): Buffer {
	const copy = Buffer.from(docx);
	const at = copy.lastIndexOf('word/document.xml', copy.lastIndexOf('PK\x01\x02') - 1) + 30;
	copy.fill(0xff, at, at + 60);
	return copy;
}

function old(inside: string): Buffer {
	const head = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
	return Buffer.concat([head, Buffer.alloc(504), Buffer.from(inside, 'utf16le')]);
}

describe('npm run -s plan:parse', () => {
	const run = (file: string) =>
		spawnSync(
			process.execPath,
			['--import', 'tsx', 'src/lib/exchange/plan-document/command.ts', file],
			{
				encoding: 'utf8'
			}
		);

	it('prints what it understood as JSON', () => {
		const { status, stdout } = run(`${folder}cards.txt`);
		expect(status).toBe(0);
		expect(JSON.parse(stdout)).toMatchObject({
			title: 'Inclusion Plan 2025-29',
			sections: [
				{
					heading: 'Objective 1: Everyone can take part',
					objectives: ['1. Everyone can take part'],
					priorities: [],
					actions: [
						{
							title: 'Pay expenses to people who advise us',
							objective: 'Objective 1: Everyone can take part',
							page_or_line: 6
						},
						{ page_or_line: 11 }
					]
				},
				{ actions: [{ due: '1 September 2026' }] }
			],
			not_understood: []
		});
	});

	it('says in a sentence why it cannot, and prints nothing else', () => {
		const { status, stdout, stderr } = run('static/favicon.ico');
		expect(status).toBe(1);
		expect(stdout).toBe('');
		expect(stderr.trim()).toMatch(/^This file is not a document that can be read\. .*\.$/);
	});
});

describe('whatever the text', () => {
	const word = fc.constantFrom(
		'review',
		'our',
		'services',
		'fairness',
		'housing',
		'residents',
		'2025',
		'the',
		'Train',
		'Objective',
		'1',
		'with'
	);
	const words = fc.array(word, { minLength: 1, maxLength: 14 }).map((all) => all.join(' '));
	const line = fc.oneof(
		words,
		fc.constantFrom(
			'',
			'',
			'Actions',
			'Priorities',
			'Context',
			'We will:',
			'Housing',
			'Contents',
			'---',
			'Objective 1: Fairness',
			'Page 2 of 3',
			'Action\tObjective',
			'Lead: Head of Housing',
			'CA14',
			'# Heading',
			'| Action | Lead |',
			'| --- | --- |',
			'| Do it | Us |',
			'Ref   Action   Lead',
			'By when'
		),
		words.map((text) => `• ${text}`),
		words.map((text) => `  1. ${text}`),
		words.map((text) => `${text}\t2`),
		fc.string({ maxLength: 40 })
	);
	const text = fc.array(line, { maxLength: 40 }).map((lines) => lines.join('\n'));
	const noText = (error: unknown) => {
		if (error instanceof PlanFileError) return null;
		throw error;
	};

	it('never fails, and loses no word of it', async () => {
		await fc.assert(
			fc.asyncProperty(text, async (source) => {
				const plan = await understood(source).catch(noText);
				if (!plan) return;
				const told = JSON.stringify(plan).toLowerCase();
				for (const part of source.split(/[^A-Za-z]+/))
					if (part.length > 4) expect(told).toContain(part.toLowerCase());
			}),
			{ numRuns: 1000 }
		);
	}, 60_000);

	// Each took the square of its length, or a call with too many arguments.
	it.each([
		['a line of links', '[a]('.repeat(25_000)],
		['a line of stars', '**a '.repeat(25_000)],
		['a line of tabs', 'a\t'.repeat(50_000)],
		['lines without an end', 'Review our services\n'.repeat(10_000)],
		['comments before a word', `${'<!-- a -->'.repeat(300)}x`],
		['items', '• Review our services\n'.repeat(8000)],
		['nested elements', `<html>${'<div>'.repeat(1000)}x`]
	])(
		'reads %s in time',
		async (_, source) => {
			await understood(source);
		},
		20_000
	);

	it('reads HTML of any kind without failing', async () => {
		const tag = fc.constantFrom(
			'p',
			'table',
			'tr',
			'td',
			'ul',
			'li',
			'h2',
			'b',
			'/p',
			'/table',
			'/tr',
			'/td',
			'/ul',
			'br',
			'div',
			'td colspan=3',
			'td rowspan=2'
		);
		const html = fc.array(
			fc.oneof(
				tag.map((name) => `<${name}>`),
				words
			),
			{ maxLength: 60 }
		);
		await fc.assert(
			fc.asyncProperty(html, async (parts) => {
				await understood(`<html>${parts.join(' ')}`).catch(noText);
			}),
			{ numRuns: 300 }
		);
	});

	it('understands the same when the lines are wrapped elsewhere', async () => {
		const sentence = fc
			.array(
				fc.constantFrom(
					'tenants',
					'children',
					'letters',
					'meetings',
					'with',
					'about',
					'for',
					'disabled',
					'people',
					'in',
					'every',
					'ward'
				),
				{ minLength: 14, maxLength: 40 }
			)
			.map((all) => `review how we write to ${all.join(' ')}`);
		await fc.assert(
			fc.asyncProperty(
				fc.array(sentence, { minLength: 3, maxLength: 8 }),
				fc.integer({ min: 50, max: 100 }),
				async (items, width) => {
					const plan = (wrapped: (text: string) => string) =>
						[
							'Equality plan',
							'',
							'Housing',
							'',
							'Actions',
							'',
							...items.map((text) => wrapped(`• ${text}`))
						].join('\n');
					const expected = actionsIn(await understood(plan((text) => text)));
					expect(expected).toHaveLength(items.length);
					const wrap = (text: string) =>
						text.replace(new RegExp(`(.{20,${width}})(?: |$)`, 'g'), '$1\n').trimEnd();
					expect(actionsIn(await understood(plan(wrap)))).toEqual(expected);
				}
			),
			{ numRuns: 60 }
		);
	});
});

// The plans that Common Ground was made from; they are not part of it.
const sources = fileURLToPath(new URL('../../../../../shared/seeds/', import.meta.url));
const given = ['/work/shared/seeds/', sources].find((path) => existsSync(path));
describe.runIf(given)('the plans that the seeds come from', () => {
	const read = async (name: string) =>
		planAsJson(understand(await readPlanFile(name, readFileSync(`${given}${name}`))));

	it('finds every action of the county’s plan under its service and objective', async () => {
		const plan = await read('000_a30416a4e5bb3708.txt');
		expect(
			plan.sections.map(({ heading, actions }) => [
				heading,
				actions.map(({ objective }) => objective).join('')
			])
		).toEqual([
			['Council-wide Actions', '112'],
			['Children, Education and Families', '31'],
			["Social and Community Services' Actions", '322'],
			['Public Health', '234'],
			['Environment and Economy', '1414'],
			['Fire and Rescue Service', '423'],
			['Gypsy and Traveller Service', '3'],
			['Trading Standards', '2'],
			["Chief Executive's Office", '134444']
		]);
		expect(plan.objectives).toHaveLength(4);
		expect(plan.not_understood).toEqual(['CA14']);
	});

	it('finds every priority and action of the city’s strategy under its theme', async () => {
		const plan = await read('003_f51d1ba09958ef88.txt');
		expect(
			plan.sections.map(({ heading, priorities, actions }) => [
				heading,
				priorities.length,
				actions.length
			])
		).toEqual([
			['Understanding and Working with our Communities', 3, 12],
			['Leadership and Organisational Commitment', 2, 14],
			['Responsive Services and Customer Care', 3, 8],
			['Diverse and Engaged Workforce', 3, 4]
		]);
		expect(JSON.stringify(plan.sections)).not.toContain('Rate this page');
	});
});
