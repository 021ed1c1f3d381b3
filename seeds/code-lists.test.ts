import { describe, expect, it } from 'vitest';
import { Constants } from '../src/lib/records/database.types';
import appLists from './code-lists/app.json';
import equalityLists from './code-lists/equality.json';
import { heard, organisations } from './files';
import { codeListsSchema } from './schema';

const lists = codeListsSchema.parse({ ...equalityLists, ...appLists });
const codes = (name: string) => lists[name]?.items.map(({ code }) => code);

describe('the code lists', () => {
	it.each(Object.entries(Constants.public.Enums))(
		'cover the enum %s, code for code',
		(name, values) => {
			expect(codes(name)?.toSorted()).toEqual([...values].sort());
		}
	);

	it('repeat no code and no label within a list', () => {
		for (const { items } of Object.values(lists)) {
			expect(new Set(items.map(({ code }) => code)).size).toBe(items.length);
			expect(new Set(items.map(({ label, group }) => `${group}/${label}`)).size).toBe(items.length);
		}
	});

	it('write labels in sentence case', () => {
		for (const { items } of Object.values(lists))
			for (const { label } of items) expect(label).toMatch(/^[A-Z0-9]/);
	});

	it('have the nine protected characteristics', () => {
		expect(codes('protected_characteristic')).toHaveLength(9);
	});

	it('have the 19 ethnic groups of the harmonised standard under five headings', () => {
		const groups =
			lists.ethnic_group?.items.filter(({ code }) => code !== 'prefer_not_to_say') ?? [];
		expect(groups).toHaveLength(19);
		expect(new Set(groups.map(({ group }) => group)).size).toBe(5);
		expect(lists.ethnic_group?.items.at(-1)?.label).toBe('Prefer not to say');
	});

	it('keep not asked, prefer not to say and unknown apart', () => {
		expect(codes('tally_state')).toEqual(['not_asked', 'prefer_not_to_say', 'unknown']);
	});

	it('have every community that a seeded group serves', () => {
		for (const { communities } of organisations)
			for (const community of communities) expect(codes('community')).toContain(community);
	});

	it('have something to hear about every theme', () => {
		expect(Object.keys(heard.themes).sort()).toEqual(codes('engagement_theme')?.toSorted());
	});
});
