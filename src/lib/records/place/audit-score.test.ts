import { describe, expect, it } from 'vitest';
import { sampleRow } from '../sample-rows';
import {
	auditKindOf,
	auditScore,
	CRITERIA,
	criteriaOf,
	latestAudits,
	nextAuditOn,
	shortcomings,
	type AuditAnswer
} from './audit-score';

describe('auditScore', () => {
	it.each<[(AuditAnswer | null)[], number | null]>([
		[['good', 'good'], 100],
		[['missing'], 0],
		[['good', 'partly', 'poor', 'missing'], 50],
		// 5 of 6
		[['good', 'partly'], 83],
		// 1 of 6 is 16.67, 1 of 24 is 4.17, 3 of 24 is 12.5: a half goes up.
		[['poor', 'missing'], 17],
		[['good', ...Array<AuditAnswer>(7).fill('missing')], 13],
		[['good', 'not_applicable', null], 100],
		[['not_applicable', null], null],
		[[], null]
	])('%j is %s per cent', (answers, score) => {
		expect(auditScore(answers)).toBe(score);
	});
});

describe('criteriaOf', () => {
	it('asks each criterion of one kind or both', () => {
		const asked = new Set([...criteriaOf('facility'), ...criteriaOf('green_space')]);
		expect([...asked].sort()).toEqual(Object.keys(CRITERIA).sort());
	});

	it('asks about gates and paths in parks, about doors and loops in buildings', () => {
		expect(criteriaOf('green_space')).toEqual(expect.arrayContaining(['gate_width', 'paths']));
		expect(criteriaOf('green_space')).not.toContain('hearing_loop');
		expect(criteriaOf('facility')).toEqual(expect.arrayContaining(['entrance', 'hearing_loop']));
		expect(criteriaOf('facility')).not.toContain('gate_width');
	});
});

it('nextAuditOn is a year on for a building, two for a park', () => {
	expect(nextAuditOn('facility', '2028-02-29')).toBe('2029-02-28');
	expect(nextAuditOn('green_space', '2026-11-23')).toBe('2028-11-23');
});

it('auditKindOf takes everything but a green space for a building', () => {
	expect(auditKindOf({ kind: 'green_space' })).toBe('green_space');
	expect(auditKindOf({ kind: 'library' })).toBe('facility');
});

it('shortcomings are what is poor or missing', () => {
	expect(shortcomings(sampleRow('place_audits'))).toEqual(['toilets', 'hearing_loop']);
});

it('latestAudits has one of each place', () => {
	const audit = (place_id: string, audited_on: string) => ({ place_id, audited_on });
	const latest = latestAudits([
		audit('hall', '2025-01-01'),
		audit('hall', '2026-01-01'),
		audit('hall', '2024-01-01'),
		audit('park', '2023-01-01')
	]);
	expect([...latest.values()]).toEqual([audit('hall', '2026-01-01'), audit('park', '2023-01-01')]);
});
