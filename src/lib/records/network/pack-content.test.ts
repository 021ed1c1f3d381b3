import { describe, expect, it } from 'vitest';
import { sampleRow } from '../sample-rows';
import { packContent, packSince, type PackSources } from './pack-content';
import type { PackContent } from './steering-pack';

const plan = sampleRow('plans');
const steering = sampleRow('networks', {
	name: 'Equalities Steering Group',
	kind: 'steering_group'
});
const disability = sampleRow('networks', { name: 'Disability network' });

const action = (columns: object) =>
	sampleRow('actions', { plan_id: plan.id, rag: null, rag_reason: null, ...columns });
const activity = (of: { id: string }, columns: object) =>
	sampleRow('network_activities', { network_id: of.id, ...columns });
const point = (at: { id: string; network_id: string }, columns: object) =>
	sampleRow('network_points', { activity_id: at.id, network_id: at.network_id, ...columns });

const EMPTY: PackContent = {
	actions: [],
	new_issues: [],
	open_issues: [],
	decisions: [],
	action_points: [],
	assessments: []
};

function pack(on: string, sources: Partial<PackSources>) {
	const none = { actions: [], assessments: [], activities: [], points: [], packs: [] };
	return packContent(
		{ plans: [plan], networks: [steering, disability], ...none, ...sources },
		steering.id,
		on
	);
}
const kept = (meeting_on: string, content: Partial<PackContent> = {}) =>
	sampleRow('steering_packs', {
		network_id: steering.id,
		meeting_on,
		content: { ...EMPTY, ...content }
	});
const titlesIn = (lines: readonly { title: string }[]) => lines.map(({ title }) => title);

describe('actions in a pack', () => {
	it('are the open ones that are overdue or red on the day, the longest overdue first', () => {
		const { content } = pack('2026-12-02', {
			actions: [
				action({ reference: 'A1', title: 'Late', due_on: '2026-12-01', status: 'in_progress' }),
				action({ reference: 'A2', title: 'Later', due_on: '2026-12-02', status: 'in_progress' }),
				action({ reference: 'A3', title: 'Done', due_on: '2026-01-01', status: 'done' }),
				action({ reference: 'A4', title: 'Oldest', due_on: '2026-02-01', status: 'not_started' }),
				action({
					reference: 'A5',
					title: 'Red',
					due_on: '2027-03-01',
					status: 'in_progress',
					rag: 'red',
					rag_reason: 'No budget.'
				}),
				action({
					reference: 'A6',
					title: 'Of an old plan',
					plan_id: crypto.randomUUID(),
					due_on: '2020-01-01',
					status: 'in_progress'
				})
			]
		});
		expect(titlesIn(content.actions)).toEqual(['A4 Oldest', 'A1 Late', 'A5 Red']);
		expect(content.actions[2]?.facts).toEqual(expect.arrayContaining(['Rated red', 'No budget.']));
	});
});

describe('what networks raised', () => {
	const launch = activity(disability, {
		title: 'Disability History Month launch',
		held_on: '2026-11-18'
	});
	const lift = point(launch, { what: 'The lift' });

	it('is new until a pack has had it, and open until it is settled', () => {
		const sources = { activities: [launch], points: [lift] };
		const first = pack('2026-12-02', sources);
		expect(first.content.new_issues).toEqual([
			{
				id: lift.id,
				title: 'The lift',
				facts: ['Disability network', 'Disability History Month launch, 18 November 2026']
			}
		]);
		expect(first.content.open_issues).toEqual([]);

		const packs = [kept('2026-12-02', first.content)];
		const second = pack('2027-03-03', { ...sources, packs });
		expect(second.content.new_issues).toEqual([]);
		expect(titlesIn(second.content.open_issues)).toEqual(['The lift']);

		const settled = { ...lift, status: 'settled' as const };
		const third = pack('2027-03-03', { ...sources, points: [settled], packs });
		expect(third.content.open_issues).toEqual([]);
	});

	it('reads the same when the pack is made again for its day', () => {
		const sources = { activities: [launch], points: [lift] };
		const first = pack('2026-12-02', sources);
		expect(pack('2026-12-02', { ...sources, packs: [kept('2026-12-02', first.content)] })).toEqual(
			first
		);
	});

	it('stays out while it is the network’s own, is yet to come, or is of an activity that was called off', () => {
		const own = point(launch, { to_steering: false });
		const later = activity(disability, { held_on: '2026-12-03' });
		const off = activity(disability, { held_on: '2026-11-18', status: 'cancelled' });
		const { content } = pack('2026-12-02', {
			activities: [launch, later, off],
			points: [own, point(later, {}), point(off, {})]
		});
		expect(content.new_issues).toEqual([]);
	});

	it('says what became of its proposal', () => {
		const proposal = action({ reference: '', title: 'Repair the lift', status: 'proposed' });
		const { content } = pack('2026-12-02', {
			actions: [proposal],
			activities: [launch],
			points: [{ ...lift, action_id: proposal.id }]
		});
		expect(content.new_issues[0]?.facts.at(-1)).toBe('Proposed: Repair the lift');
	});
});

describe('the group’s own decisions and action points', () => {
	const june = activity(steering, { title: 'June', held_on: '2026-06-03' });
	const september = activity(steering, { title: 'September', held_on: '2026-09-02' });
	const decided = (at: typeof june, what: string) =>
		point(at, { kind: 'decision', status: 'settled', to_steering: false, what });

	it('are the decisions since the meeting before, and what is still to be done', () => {
		const { since, content } = pack('2026-12-02', {
			activities: [june, september],
			points: [
				decided(june, 'Old'),
				decided(september, 'New'),
				point(june, { kind: 'action_point', to_steering: false, what: 'To do' }),
				point(june, { kind: 'action_point', status: 'settled', to_steering: false })
			]
		});
		expect(since).toBe('2026-09-02');
		expect(titlesIn(content.decisions)).toEqual(['New']);
		expect(titlesIn(content.action_points)).toEqual(['To do']);
	});
});

describe('assessments in a pack', () => {
	it('are those due within a month of the meeting, the longest late first', () => {
		const of = (title: string, due_on: string | null) =>
			sampleRow('assessments', { reference: '', title, status: 'full', due_on });
		const { content } = pack('2026-12-02', {
			assessments: [
				of('Soon', '2027-01-02'),
				of('Late', '2026-11-01'),
				of('Far', '2027-01-03'),
				of('Undated', null)
			]
		});
		expect(titlesIn(content.assessments)).toEqual(['Late', 'Soon']);
	});
});

describe('the day that a pack looks back to', () => {
	it('is three months before the first', () => {
		expect(packSince({ packs: [], activities: [] }, steering.id, '2026-12-02')).toBe('2026-09-02');
	});

	it('is the meeting before, by its pack or as it was held', () => {
		const held = activity(steering, { held_on: '2026-10-07' });
		const drop = activity(steering, { held_on: '2026-11-07', kind: 'drop_in' });
		expect(
			packSince(
				{ packs: [kept('2026-09-02')], activities: [held, drop] },
				steering.id,
				'2026-12-02'
			)
		).toBe('2026-10-07');
	});
});
