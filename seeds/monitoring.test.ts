import { describe, expect, it } from 'vitest';
import { expectedReports } from '../src/lib/records/grant/expected-reports';
import { isAwarded } from '../src/lib/records/grant/grant-moves';
import { grants, monitoring, organisations, people } from './files';
import { organisationRows } from './rows';

const awarded = grants.grants.filter(isAwarded);
const grantOf = (title: string) => {
	const grant = awarded.find((one) => one.title === title);
	if (!grant?.awarded || !grant.ends) throw new Error(`${title} is not awarded`);
	return { ...grant, awarded: grant.awarded, ends: grant.ends };
};

describe('visits and reports of the demonstration', () => {
	it('are of grants that were awarded, after the award, by people who are there', () => {
		for (const { grant, by, visited_on } of monitoring.visits) {
			expect(visited_on > grantOf(grant).awarded, grant).toBe(true);
			expect(people.people.map(({ email }) => email)).toContain(by);
		}
	});

	it('are asked for as the database asks, but for one that was asked for by hand', () => {
		const byHand = monitoring.reports.filter(({ grant, kind, due_on }) => {
			const { awarded, ends, status } = grantOf(grant);
			// Of a grant that is closed only the last is left.
			const expected = expectedReports(awarded, ends).filter(
				(report) => status !== 'closed' || report.kind === 'final'
			);
			return !expected.some((report) => report.kind === kind && report.due_on === due_on);
		});
		expect(byHand).toMatchObject([{ grant: 'From larder to shop', due_on: '2026-12-04' }]);
		for (const { title, status } of awarded) {
			const made = monitoring.reports.filter(({ grant }) => grant === title);
			expect(made.at(-1), title).toMatchObject({ kind: 'final' });
			if (status === 'closed') expect(made.at(-1)?.received_on).not.toBeNull();
		}
	});

	it('spend no more than the award, and say what it changed', () => {
		for (const { grant, received_on, outcome, spent } of monitoring.reports) {
			expect(spent ?? 0, grant).toBeLessThanOrEqual(grantOf(grant).award ?? 0);
			expect(outcome !== '').toBe(received_on !== null);
		}
	});

	it('have begun the monitoring of what they are of', () => {
		for (const { title, status } of awarded) {
			const visited = monitoring.visits.some(({ grant }) => grant === title);
			const told = monitoring.reports.some(
				({ grant, received_on }) => grant === title && received_on !== null
			);
			expect(visited || told, title).toBe(status !== 'awarded');
		}
	});

	it('number Barton Story Circle 017', () => {
		const users = new Map(people.people.map(({ email }) => [email, crypto.randomUUID()]));
		const rows = organisationRows(users);
		expect(rows).toHaveLength(organisations.length);
		expect(rows.find(({ name }) => name === 'Barton Story Circle')?.own_reference).toBe('017');
	});
});
