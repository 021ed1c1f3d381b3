import { describe, expect, it } from 'vitest';
import { emptyLog } from './log-values';
import {
	addressOf,
	isFilled,
	pageIn,
	pageOfField,
	quickFields,
	sectionNames,
	sections
} from './sections';

const at = (search: string) => new URL(`https://council.example/logs/new${search}`);

describe('the pages of a log’s form', () => {
	it('hold every field once', () => {
		const fields = sectionNames.flatMap((name) => sections[name].fields as string[]);
		expect([...quickFields, ...fields].toSorted()).toEqual(Object.keys(emptyLog('')).sort());
		expect(pageOfField('heard')).toBe('quick');
		expect(pageOfField('tallies')).toBe('groups');
	});

	it('are in the address, with the draft', () => {
		expect(pageIn(at('?draft=1'))).toBe('quick');
		expect(pageIn(at('?draft=1&section=who'))).toBe('who');
		expect(pageIn(at('?draft=1&section=toString'))).toBe('quick');
		expect(addressOf(at('?draft=1&section=who'), 'check')).toBe('/logs/new?draft=1&section=check');
		expect(addressOf(at('?section=who'), 'quick')).toBe('/logs/new');
	});

	it('tell what is filled in', () => {
		const empty = emptyLog('2026-11-17');
		for (const name of sectionNames) expect(isFilled(name, empty)).toBe(false);
		expect(isFilled('who', { ...empty, councillor_present: true })).toBe(true);
		expect(isFilled('how', { ...empty, further_programme: 'Youth Ambition' })).toBe(true);
	});
});
