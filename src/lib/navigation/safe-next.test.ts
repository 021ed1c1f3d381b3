import { describe, expect, it } from 'vitest';
import { safeNext } from './safe-next';

describe('the way on after signing in', () => {
	it('stays within the app', () => {
		expect(safeNext('/logs/new?draft=1')).toBe('/logs/new?draft=1');
	});

	it.each([
		null,
		'',
		'https://example.org',
		'//example.org',
		'/\\example.org',
		'javascript:alert(1)'
	])('goes home instead of to %s', (next) => expect(safeNext(next)).toBe('/'));
});
