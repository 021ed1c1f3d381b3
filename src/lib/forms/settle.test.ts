import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { settle } from './settle';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('acts once, on the last value, when it has been quiet', () => {
	const acted: string[] = [];
	const settler = settle((value: string) => acted.push(value), 300);
	settler.later('s');
	vi.advanceTimersByTime(299);
	settler.later('sc');
	vi.advanceTimersByTime(299);
	expect(acted).toEqual([]);
	vi.advanceTimersByTime(1);
	expect(acted).toEqual(['sc']);
});

it('acts at once when told to, and not a second time', () => {
	const acted: string[] = [];
	const settler = settle((value: string) => acted.push(value), 300);
	settler.later('half a word');
	settler.now();
	settler.now();
	vi.runAllTimers();
	expect(acted).toEqual(['half a word']);
});

it('forgets', () => {
	const acted: string[] = [];
	const settler = settle((value: string) => acted.push(value), 300);
	settler.later('never mind');
	settler.forget();
	settler.now();
	vi.runAllTimers();
	expect(acted).toEqual([]);
});
