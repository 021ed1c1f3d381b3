import { expect, it } from 'vitest';
import type { WardActivity, WardFigures } from '$lib/insight/activity';
import { activityCsv, activityGeoJson } from './map-files';

const ward = (code: string, name: string, figures: Partial<WardFigures>): WardFigures => ({
	code,
	name,
	hex_q: 0,
	hex_r: 0,
	population: 6000,
	contacts: 0,
	people: 0,
	events: 0,
	grants_pence: 0,
	open_issues: 0,
	last_contact: null,
	suppressed: false,
	...figures
});
const nothing = { contacts: 0, people: 0, events: 0, grants_pence: 0, open_issues: 0 };
const activity: WardActivity = {
	as_of: '2026-11-17T10:00:00+00:00',
	council: { id: '5b0c3a52-0d8f-4a65-9a6c-4b7e0e6b6f01', name: 'Oxford City Council' },
	exact: false,
	threshold: 10,
	rounded_to: 5,
	since: '2026-04-01',
	until: '2027-03-31',
	wards: [
		ward('E1', '=Leys', { contacts: 12, people: 1240, grants_pence: 250_050 }),
		ward('E2', 'Brook', {
			contacts: null,
			people: null,
			open_issues: null,
			population: null,
			suppressed: true
		})
	],
	elsewhere: nothing,
	total: nothing,
	not_shown: null,
	priorities: []
};
const NOTE =
	'Oxford City Council, 1 April 2026 to 31 March 2027, as of 17 November 2026. [c], or null, stands for a number that is held back: it is from 1 to 9, or would give such a number away. The others are rounded to the nearest 5.';

it('is a spreadsheet that says what it is of and what is held back', () => {
	expect(activityCsv(activity).replace('\uFEFF', '').split('\r\n')).toEqual([
		'Ward code,Ward,Residents,Contacts,People reached,Events held,"Grants, £",Issues open now',
		"E1,'=Leys,6000,12,1240,0,2500.5,0",
		'E2,Brook,,[c],[c],0,0,[c]',
		'',
		`"${NOTE}"`,
		''
	]);
});

it('is GeoJSON with boundaries where there are any', () => {
	const boundary = {
		type: 'Polygon',
		coordinates: [
			[
				[0, 0],
				[1, 0],
				[1, 1],
				[0, 0]
			]
		]
	};
	expect(JSON.parse(activityGeoJson(activity, [{ code: 'E1', boundary }]))).toMatchObject({
		note: NOTE,
		features: [
			{ id: 'E1', geometry: boundary, properties: { contacts: 12, grants_pounds: 2500.5 } },
			{ id: 'E2', geometry: null, properties: { contacts: null, open_issues: null } }
		]
	});
});
