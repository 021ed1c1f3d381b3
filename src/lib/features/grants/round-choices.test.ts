import { expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { roundChoices } from './round-choices';

it('offers rounds of open programmes that have begun, those that take applications first', () => {
	const [open, closed] = [
		sampleRow('grant_programmes'),
		sampleRow('grant_programmes', { status: 'closed' })
	];
	const round = (name: string, opens_on: string, closes_on: string, programme_id = open.id) =>
		sampleRow('grant_rounds', { name, opens_on, closes_on, programme_id });
	const old = round('R1', '2026-01-01', '2026-02-01');
	const over = round('Old programme', '2026-01-01', '2026-12-31', closed.id);
	const rounds = [
		old,
		round('R2', '2026-06-01', '2026-07-31'),
		round('R3', '2026-10-01', '2026-11-30'),
		round('R4', '2027-01-01', '2027-02-01'),
		over
	];
	const labels = (kept: string) =>
		roundChoices(rounds, [open, closed], kept, '2026-11-17').map(({ label }) => label);
	expect(labels('')).toEqual(['R3', 'R2 (closed 31 July 2026)', 'R1 (closed 1 February 2026)']);
	expect(labels(over.id)).toContain('Old programme');
});
