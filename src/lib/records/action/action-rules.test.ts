import { expect, it } from 'vitest';
import { dueInWords } from './action-rules';

const action = { due_on: '2026-11-30', due_rule: null, status: 'in_progress' as const };

it('says when an action is due', () => {
	expect(dueInWords(action, '2026-11-30')).toBe('Due 30 November 2026');
	expect(dueInWords(action, '2026-12-01')).toBe('Overdue since 30 November 2026');
});

it('does not call a finished action overdue', () => {
	expect(dueInWords({ ...action, status: 'done' }, '2026-12-01')).toBe('Due 30 November 2026');
});

it('says the rule where there is no date', () => {
	const rule = { ...action, due_on: null, due_rule: 'Within one working day' };
	expect(dueInWords(rule, '2026-12-01')).toBe('Within one working day');
	expect(dueInWords({ ...rule, due_rule: null }, '2026-12-01')).toBe('No date set');
});
