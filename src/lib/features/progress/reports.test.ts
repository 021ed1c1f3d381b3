import { describe, expect, it } from 'vitest';
import { reportCsv, reportHtml } from '$lib/exchange/report-files';
import type { ReportFigures } from '$lib/insight/report-figures';
import type { ReportDocument } from '$lib/records/report/report-document';
import { sampleRow } from '$lib/records/sample-rows';
import { annualReport, type AnnualSources } from './annual-report';
import { evidencePack } from './evidence-pack';
import { reportYears, yearFrom } from './report-years';
import { wardBrief } from './ward-brief';

const plan = sampleRow('plans', { title: 'EDI Action Plan' });
const objective = sampleRow('objectives', {
	plan_id: plan.id,
	kind: 'objective',
	title: 'Inclusive services'
});
const priority = sampleRow('objectives', { plan_id: plan.id, parent_id: objective.id });

const ward = (code: string, name: string, contacts: number | null) => ({
	code,
	name,
	hex_q: 0,
	hex_r: 0,
	population: 2000,
	contacts,
	people: contacts,
	events: 2,
	grants_pence: 123_450,
	open_issues: 0,
	last_contact: null,
	suppressed: contacts === null
});
const nothing = { contacts: 0, people: 0, events: 0, grants_pence: 0, open_issues: 0 };

const figures: ReportFigures = {
	council: 'Southmoor Council',
	as_of: '2026-11-23T09:00:00+00:00',
	threshold: 10,
	rounded_to: 5,
	since: '2026-04-01',
	until: '2027-03-31',
	wards: [ward('E1', 'Leys', 1234), ward('E2', 'Brook', null), ward('E3', 'Edge', 0)],
	elsewhere: nothing,
	total: { ...nothing, contacts: 1300, people: 1300, events: 6, grants_pence: 370_350 },
	quarters: [
		{ ward: '', contacts: [0, 0, 0, 0] },
		{ ward: 'E1', contacts: [600, 634, 0, 0] },
		{ ward: 'E2', contacts: [30, 0, null, 0] },
		{ ward: 'E3', contacts: [0, 0, 0, 0] },
		{ ward: null, contacts: [630, 634, null, 0] }
	],
	parts: {
		objective: [
			{ value: objective.id, contacts: 20, people: 40 },
			{ value: priority.id, contacts: 1280, people: null }
		],
		type: [{ value: 'visit', contacts: 1300, people: 1300 }],
		theme: [],
		group: [
			{ value: 'carers', contacts: null, people: null },
			{ value: 'asian', contacts: 50, people: 200 },
			{ value: 'black', contacts: null, people: null }
		]
	},
	heard: {
		as_of: '2026-11-23T09:00:00+00:00',
		exact: false,
		threshold: 10,
		rounded_to: 1,
		since: '2026-04-01',
		until: '2027-03-31',
		ward: null,
		wards: [],
		benchmarks: { sex: { female: 51, male: 49 } },
		counted: { sex: { answered: 100, answers: { female: 70, male: 30 } } }
	}
};

const council = sampleRow('councils', { benchmarks: { sex: { female: 51, male: 49 } } });
const panel = (men: number) =>
	sampleRow('panel_snapshots', {
		title: 'Panel',
		taken_on: '2026-10-01',
		tallies: [
			{ of: { sex: 'female' }, count: 90 },
			{ of: { sex: 'male' }, count: men }
		]
	});
const sources: AnnualSources = {
	council,
	plan,
	words: sampleRow('progress_reports', { plan_id: plan.id, foreword: 'What we <heard>.' }),
	objectives: [objective, priority],
	actions: [
		sampleRow('actions', { objective_id: priority.id, reference: 'A1', rag: 'red', due_on: null })
	],
	measures: [],
	readings: [],
	loops: [
		sampleRow('feedback_loops', {
			ward_code: 'E1',
			said: '=the lamp is out',
			outcome: 'did',
			response: 'It is mended.',
			responded_on: '2026-06-01'
		})
	],
	panels: [panel(10)],
	areas: [sampleRow('areas', { code: 'E1', name: 'Leys' })],
	today: '2026-11-23'
};
const tablesOf = ({ sections }: ReportDocument) => sections.flatMap(({ tables }) => tables);
const rowsOf = (report: ReportDocument | null, caption: string | RegExp) =>
	report && tablesOf(report).find((table) => table.caption.match(caption))?.rows;

describe('the annual report', () => {
	const report = annualReport(sources, figures);

	it('says whose it is, of when, and as of when', () => {
		expect(report.title).toBe('Progress report 2026/27: EDI Action Plan');
		expect(report.about).toBe(
			'Southmoor Council. 1 April 2026 to 31 March 2027, figures as of 23 November 2026.'
		);
	});

	it('has what was written, and leaves out what was not', () => {
		const titles = report.sections.map(({ title }) => title);
		expect(titles).toContain('Foreword');
		expect(titles).not.toContain('What did not go as planned');
	});

	it('counts an objective with its priorities, and holds back what one of them holds back', () => {
		expect(rowsOf(report, /^Objectives/)).toEqual([
			['Inclusive services', '1', '0', '0', '0', '1', '0', '1300', '[c]']
		]);
	});

	it('gives the order of parts nothing to tell of those held back', () => {
		expect(rowsOf(report, 'Whom it was with')?.map(([, contacts]) => contacts)).toEqual([
			'50',
			'[c]',
			'[c]'
		]);
	});

	it('names wards without contact, never one that is held back', () => {
		expect(rowsOf(report, 'Wards without contact')).toEqual([
			['Brook', 'None in the last whole quarter'],
			['Edge', 'None this year']
		]);
	});

	it('leaves a panel’s characteristic out where a group is small', () => {
		expect(rowsOf(report, /Panel, 100 answered/)).toHaveLength(2);
		expect(rowsOf(annualReport({ ...sources, panels: [panel(9)] }, figures), /Panel/)).toBeFalsy();
	});

	it('says of every table how it was made', () => {
		for (const { made } of tablesOf(report)) expect(made).toMatch(/\.$/);
	});
});

describe('its files', () => {
	const report = annualReport(sources, figures);

	it('are the same each time, and hide nothing in markup', () => {
		const page = reportHtml(report);
		expect(page).toBe(reportHtml(structuredClone(report)));
		expect(page).toContain('What we &lt;heard&gt;.');
		expect(page).toContain('<th scope="row">Leys</th><td class="number">2,000</td>');
		expect(page).not.toMatch(/<script|src=|href=/);
	});

	it('give a spreadsheet numbers as numbers, and no formula', () => {
		const csv = reportCsv(report);
		expect(csv).toContain('\r\nLeys,2000,1234,617,1234,2,1234.5,0\r\n');
		expect(csv).toContain("'=the lamp is out");
		expect(csv).toContain('[c] stands for a number that is held back');
	});
});

it('the evidence pack holds every table that it names', () => {
	expect(tablesOf(evidencePack(figures)).map(({ caption }) => caption)).toEqual([
		'What it was about',
		'Whom it was with',
		'How people were met',
		'What happened where',
		'Contacts by quarter',
		'Wards without contact',
		'Sex: people counted in logs, 100 answered'
	]);
});

describe('a ward brief', () => {
	it('has the ward beside the council, and what its people were told', () => {
		const brief = wardBrief('E1', figures, sources);
		expect(rowsOf(brief, 'Leys and the whole council')?.map(([name]) => name)).toEqual([
			'Leys',
			'All'
		]);
		expect(rowsOf(brief, 'Contacts by quarter')).toEqual([
			['Leys', '600', '634', '0', '0'],
			['All', '630', '634', '[c]', '0']
		]);
		expect(rowsOf(brief, /answered$/)).toHaveLength(1);
	});

	it('is of a ward that there is', () => {
		expect(wardBrief('E9', figures, sources)).toBeNull();
	});
});

describe('the years to choose from', () => {
	it('go back to the first plan, and three years at least', () => {
		expect(reportYears([], '2026-11-23').map(({ label }) => label)).toEqual([
			'2026/27',
			'2025/26',
			'2024/25',
			'2023/24'
		]);
		expect(reportYears([{ starts_on: '2021-06-01' }], '2026-11-23').at(-1)).toEqual({
			value: '2021-04-01',
			label: '2021/22'
		});
	});

	it('are asked for by the address', () => {
		const years = reportYears([], '2026-11-23');
		const asked = (query: string) => yearFrom(new URLSearchParams(query), years);
		expect([asked('year=2025-04-01'), asked('year=1066-04-01'), asked('')]).toEqual([
			'2025-04-01',
			'2026-04-01',
			'2026-04-01'
		]);
	});
});
