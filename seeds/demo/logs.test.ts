import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../src/lib/time/dates';
import { intersections, tallyProblem } from '../../src/lib/records/engagement/tallies';
import { talliesSchema } from '../../src/lib/records/engagement/tally-schema';
import { areas, currentPlan, heard, organisations, people, places } from '../files';
import { makeDemoLogs } from './logs';

const TODAY = '2026-11-17';
const logs = makeDemoLogs(TODAY);
const inWard = (code: string) => logs.filter(({ ward }) => ward === code);

describe('the demonstration’s logs', () => {
	it('say more than the quick log here and there, and nothing more of what is restricted', () => {
		for (const column of ['languages', 'strengths', 'resources', 'programmes', 'partners'] as const)
			expect(logs.filter((log) => log[column].length > 0).length).toBeGreaterThan(10);
		for (const log of logs.filter(({ restricted }) => restricted))
			expect([log.channel, log.partners, log.audiences, log.needed]).toEqual([null, [], [], '']);
	});

	it('are the same every time, and 400', () => {
		expect(makeDemoLogs(TODAY)).toEqual(logs);
		expect(logs).toHaveLength(400);
	});

	it('have the same names on another day, so that a second load finds them', () => {
		const later = makeDemoLogs('2027-02-28');
		expect(later.map(({ name }) => name)).toEqual(logs.map(({ name }) => name));
	});

	it('lie in the year before today', () => {
		for (const { occurred_on, created_at } of logs) {
			expect(daysBetween(occurred_on, TODAY)).toBeGreaterThanOrEqual(1);
			expect(daysBetween(occurred_on, TODAY)).toBeLessThanOrEqual(365);
			expect(created_at.slice(0, 10) >= occurred_on).toBe(true);
			expect(created_at < TODAY).toBe(true);
		}
	});

	it('deliver safety messages where safety was the theme', () => {
		const told = logs.filter(({ safety_messages }) => safety_messages !== null);
		expect(told.length).toBeGreaterThan(10);
		for (const { themes, restricted } of told) {
			expect(themes).toContain('safety');
			expect(restricted).toBe(false);
		}
	});

	it('count people by group on some, and no more in a group than were there', () => {
		const counted = logs.filter(({ tallies }) => tallies.length > 0);
		expect(counted.length).toBeGreaterThan(40);
		expect(counted.length).toBeLessThan(200);
		expect(counted.some(({ tallies }) => intersections(tallies).length > 0)).toBe(true);
		for (const { tallies, people_count, restricted } of counted) {
			expect(talliesSchema.safeParse(tallies).success).toBe(true);
			expect(tallyProblem(tallies, people_count)).toBeUndefined();
			expect(restricted).toBe(false);
		}
	});

	it('reach every ward but two', () => {
		const missed = areas.areas.filter(({ code }) => inWard(code).length === 0);
		expect(missed.map(({ name }) => name).sort()).toEqual(['Walton Manor', 'Wolvercote']);
	});

	it('leave some wards with so few that the count must be hidden', () => {
		const few = areas.areas.filter(({ code }) => [1, 2, 3, 4].includes(inWard(code).length));
		expect(few.map(({ name }) => name).sort()).toEqual([
			'Holywell',
			'Quarry & Risinghurst',
			'Summertown'
		]);
	});

	it('leave wards that were not visited for 90 days', () => {
		const since = addDays(TODAY, -90);
		const lapsed = areas.areas.filter(
			({ code }) =>
				inWard(code).length > 0 && inWard(code).every(({ occurred_on }) => occurred_on < since)
		);
		expect(lapsed.map(({ name }) => name)).toEqual(
			expect.arrayContaining(['Cutteslowe & Sunnymead', 'Hinksey Park'])
		);
	});

	it('are most where deprivation is deepest', () => {
		const busiest = areas.areas.toSorted((a, b) => inWard(b.code).length - inWard(a.code).length);
		expect(busiest.slice(0, 3).map(({ name }) => name)).toContain('Northfield Brook');
	});

	it('name a ward when they belong to one, and none otherwise', () => {
		for (const { coverage, ward, place } of logs) {
			expect(ward !== null).toBe(coverage === 'ward');
			if (coverage !== 'ward') expect(place).toBeNull();
		}
	});

	it('happen at places of their ward, with groups of their ward or of the whole city', () => {
		const wardOfPlace = new Map(places.map(({ name, ward }) => [name, ward]));
		const wardOfGroup = new Map(organisations.map(({ name, ward }) => [name, ward]));
		for (const { place, organisation, ward } of logs) {
			if (place) expect(wardOfPlace.get(place)).toBe(ward);
			if (organisation) expect([ward, null]).toContain(wardOfGroup.get(organisation));
		}
	});

	it('serve a priority of the plan: that of their action, where they have one', () => {
		const priorities = currentPlan.objectives.flatMap((objective) =>
			objective.priorities.map(({ reference }) => reference)
		);
		for (const { priority, action } of logs) {
			expect(priorities).toContain(priority);
			if (!action) continue;
			const started = currentPlan.actions.find(({ reference }) => reference === action);
			expect(started?.priority).toBe(priority);
		}
	});

	it('are written by officers in their own localities, or by people who work everywhere', () => {
		const localityOf = new Map(areas.areas.map(({ code, locality }) => [code, locality]));
		for (const { author, ward } of logs) {
			const held = people.people.find(({ email }) => email === author)?.memberships ?? [];
			const everywhere = held.some(({ role }) => role === 'manager' || role === 'admin');
			const here = held.some(
				({ role, locality }) =>
					role === 'officer' && (ward === null || locality === localityOf.get(ward))
			);
			expect(everywhere || here).toBe(true);
		}
	});

	it('keep six off the map: ward only, no group', () => {
		const restricted = logs.filter(({ restricted }) => restricted);
		expect(restricted).toHaveLength(6);
		for (const { place, organisation } of restricted) {
			expect(place).toBeNull();
			expect(organisation).toBeNull();
		}
	});

	it('do not sound alike: of 20 notes in a row by one person, no two say the same', () => {
		for (const { email } of people.people) {
			const notes = logs.flatMap((log) => (log.author === email && log.heard ? [log.heard] : []));
			for (let start = 0; start + 20 <= notes.length; start++)
				expect(new Set(notes.slice(start, start + 20)).size).toBe(20);
		}
	});

	it('hold nothing of the machinery that wrote them', () => {
		for (const { heard } of logs) expect(heard).not.toMatch(/[[\]|#+]|undefined|null| {2}/);
	});

	it('hold nothing that looks like personal data', () => {
		for (const { heard } of logs) expect(heard).not.toMatch(/\d{5}|@|\b(Mr|Mrs|Ms|Miss|Dr)\b/);
	});
});

describe('what the logs are made of', () => {
	it('refers to priorities and actions of the plan', () => {
		const priorities = currentPlan.objectives.flatMap((objective) =>
			objective.priorities.map(({ reference }) => reference)
		);
		const actions = currentPlan.actions.map(({ reference }) => reference);
		for (const theme of Object.values(heard.themes)) {
			for (const reference of theme.priorities) expect(priorities).toContain(reference);
			for (const reference of theme.actions) expect(actions).toContain(reference);
		}
	});

	it('has places near the label point of their ward, Leys Community Centre among them', () => {
		expect(places).toContainEqual(
			expect.objectContaining({
				name: 'Leys Community Centre',
				ward: 'E05013097',
				latitude: 51.7236,
				longitude: -1.202
			})
		);
		for (const place of places) {
			const ward = areas.areas.find(({ code }) => code === place.ward);
			expect(Math.abs(place.latitude - (ward?.latitude ?? 0))).toBeLessThan(0.008);
			expect(Math.abs(place.longitude - (ward?.longitude ?? 0))).toBeLessThan(0.012);
		}
	});
});
