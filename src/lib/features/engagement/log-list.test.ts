import { describe, expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import type { OutboxEntry } from '$lib/store/outbox';
import { placeName, summaryOf } from '../log-words';
import { matches, NO_FILTER, sendStates } from './log-list';

const area = sampleRow('areas');
const reference = {
	areas: [area],
	localities: [],
	plans: [],
	objectives: [],
	priorities: [],
	actions: [],
	organisations: [],
	places: [],
	people: []
};
const log = sampleRow('engagement_logs', { heard: 'The lift at the hub is broken' });

describe('searching logs', () => {
	it.each(['lift', 'LIFT broken', 'blackbird', 'conversation', 'cost of living'])(
		'finds %s',
		(text) => expect(matches(log, { ...NO_FILTER, text }, reference)).toBe(true)
	);

	it('wants every word', () => {
		expect(matches(log, { ...NO_FILTER, text: 'lift stairs' }, reference)).toBe(false);
	});

	it('keeps to the ward chosen', () => {
		expect(matches(log, { ...NO_FILTER, wardCode: 'E05013119' }, reference)).toBe(false);
	});
});

it('says where a log happened', () => {
	expect(placeName(log, reference)).toBe('Blackbird Leys');
	expect(placeName({ ...log, coverage: 'online', ward_code: null }, reference)).toBe('Online only');
});

it('says a log in a line', () => {
	expect(summaryOf({ ...log, heard: 'a '.repeat(100) })).toHaveLength(140);
	expect(summaryOf({ ...log, heard: '' })).toBe('Cost of living');
});

it('knows which logs wait, and which need a person first', () => {
	const entry = (id: string, state: OutboxEntry['state'], table = 'engagement_logs') =>
		({ table, id, state }) as OutboxEntry;
	const outbox = [
		entry('a', 'waiting'),
		entry('b', 'attention'),
		entry('b', 'waiting'),
		entry('c', 'waiting', 'actions')
	];
	expect(sendStates(outbox)).toEqual(
		new Map([
			['a', 'waiting'],
			['b', 'attention']
		])
	);
});
