import { describe, expect, it } from 'vitest';
import { currentTab } from './current-tab';

const tabs = [
	{ href: '/' },
	{ href: '/logs' },
	{ href: '/logs/waiting' },
	{ href: '/plan', also: ['/actions'] }
];

describe('currentTab', () => {
	it('finds the section of a page below it', () => {
		expect(currentTab(tabs, '/plan/actions/EDI-14')).toBe('/plan');
	});

	it('finds the section of a page that lies elsewhere', () => {
		expect(currentTab(tabs, '/actions/EDI-14')).toBe('/plan');
	});

	it('keeps home for home alone', () => {
		expect(currentTab(tabs, '/')).toBe('/');
		expect(currentTab(tabs, '/settings')).toBeUndefined();
	});

	it('prefers the longer address', () => {
		expect(currentTab(tabs, '/logs/waiting/1')).toBe('/logs/waiting');
	});

	it('does not take a longer word for a section', () => {
		expect(currentTab(tabs, '/planning')).toBeUndefined();
	});
});
