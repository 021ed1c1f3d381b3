import { describe, expect, it } from 'vitest';
import { sampleRow } from '../sample-rows';
import { dueInWords, isOf, isOpen, isOverdue, isQuiet, nextReference } from './action-rules';
import { reactionInWords } from './reaction';

const action = sampleRow('actions', { due_on: '2026-11-30' });

describe('when an action is due', () => {
	it('is its date, or that it has passed', () => {
		expect(dueInWords(action, '2026-11-30')).toBe('Due 30 November 2026');
		expect(dueInWords(action, '2026-12-01')).toBe('Overdue since 30 November 2026');
	});

	it.each(['done', 'stopped', 'proposed', 'declined'] as const)(
		'is never overdue once it is %s',
		(status) => {
			expect(dueInWords({ ...action, status }, '2026-12-01')).toBe('Due 30 November 2026');
			expect(isOverdue({ ...action, status }, '2026-12-01')).toBe(false);
		}
	);

	it('is its rule where there is no date', () => {
		const rule = { ...action, due_on: null, due_rule: 'Within one working day' };
		expect(dueInWords(rule, '2026-12-01')).toBe('Within one working day');
		expect(dueInWords({ ...rule, due_rule: null, due_working_days: 5 }, '2026-12-01')).toBe(
			'Within 5 working days'
		);
		expect(dueInWords({ ...rule, due_rule: null }, '2026-12-01')).toBe('No date set');
	});

	it('counts working days from a report of today, past weekends and bank holidays', () => {
		expect(reactionInWords({ due_working_days: 1 }, '2026-12-24')).toBe(
			'Within 1 working day: what is reported today is due by 29 December 2026'
		);
		expect(reactionInWords({ due_working_days: null }, '2026-12-24')).toBeNull();
	});
});

describe('an action', () => {
	it.each([
		['proposed', false],
		['not_started', true],
		['in_progress', true],
		['done', false],
		['stopped', false],
		['declined', false]
	] as const)('that is %s is open: %s', (status, open) => {
		expect(isOpen({ status })).toBe(open);
	});

	it('is quiet after 90 days without evidence, while it is open', () => {
		expect(isQuiet(action, '2026-08-19', '2026-11-17')).toBe(false);
		expect(isQuiet(action, '2026-08-18', '2026-11-17')).toBe(true);
		expect(isQuiet(action, null, '2026-11-17')).toBe(true);
		expect(isQuiet({ status: 'done' }, null, '2026-11-17')).toBe(false);
		expect(isQuiet({ status: 'proposed' }, null, '2026-11-17')).toBe(false);
	});

	it('is its owner’s, and its proposer’s until it is accepted', () => {
		const [me, you] = [crypto.randomUUID(), crypto.randomUUID()];
		expect(isOf({ ...action, owner_id: me }, me)).toBe(true);
		expect(isOf({ ...action, owner_id: you, created_by: me }, me)).toBe(false);
		for (const status of ['proposed', 'declined'] as const)
			expect(isOf({ ...action, status, created_by: me }, me)).toBe(true);
		expect(isOf({ ...action, status: 'proposed', created_by: you }, me)).toBe(false);
	});
});

describe('the next reference', () => {
	it.each([
		[['EDI-01', 'EDI-46', 'EDI-09'], 'EDI-47'],
		[['EDI-09'], 'EDI-10'],
		[['EP-01', 'EP-02', 'CA14'], 'EP-03'],
		[['1.1', '1.2', '1.3'], '1.4'],
		[['99'], '100'],
		[['Parks', ''], ''],
		[[], '']
	])('after %j is %j', (references, next) => {
		expect(nextReference(references)).toBe(next);
	});
});
