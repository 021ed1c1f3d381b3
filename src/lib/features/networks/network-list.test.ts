import { expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { activityWords, byKind, networkWords } from './network-list';

it('lists networks by kind and name, those that ended last', () => {
	const groups = byKind([
		sampleRow('networks', { kind: 'forum', name: 'Multi-faith forum' }),
		sampleRow('networks', { name: 'Women', ended_on: '2026-01-01' }),
		sampleRow('networks', { name: 'Young staff' }),
		sampleRow('networks', { name: 'LGBTQ+' })
	]);
	expect(groups.map(({ title, networks }) => [title, networks.map(({ name }) => name)])).toEqual([
		['Staff networks', ['LGBTQ+', 'Young staff', 'Women']],
		['Forums', ['Multi-faith forum']]
	]);
});

it('says what comes next, or else what was last', () => {
	const network = sampleRow('networks');
	const activity = (title: string, held_on: string, status: 'planned' | 'held') =>
		sampleRow('network_activities', { title, held_on, status });
	const held = activity('Autumn', '2026-11-16', 'held');
	const words = (...activities: (typeof held)[]) => networkWords(network, activities, '2026-11-23');
	expect(words(held)).toBe('Disability. Last: Autumn, 16 November 2026');
	expect(words(held, activity('Winter', '2026-12-09', 'planned'))).toBe(
		'Disability. Next: Winter, 9 December 2026'
	);
	// It was planned, and nobody said that it was held.
	expect(words(activity('Forgotten', '2026-11-01', 'planned'))).toBe('Disability');
});

it('says how many came and how many finished', () => {
	expect(activityWords(sampleRow('network_activities', { attendance: 1 }))).toBe(
		'Meeting, 16 November 2026. 1 person'
	);
	const training = {
		kind: 'training',
		attendance: null,
		completions: 1203,
		headcount: 1400
	} as const;
	expect(activityWords(sampleRow('network_activities', training))).toBe(
		'Training, 16 November 2026. 1,203 of 1,400 finished'
	);
});
