import { describe, expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { byAnswer, checkedInWords, countsBy, findRoutes } from './directory';
import {
	referralSchema,
	routeChoices,
	routeSchema,
	emptyRoute,
	emptyReferral
} from './referral-values';

const routes = {
	food: sampleRow('referral_routes', { name: 'Larder', reasons: ['food', 'money'] }),
	advice: sampleRow('referral_routes', {
		name: 'Advice Centre',
		reasons: ['money', 'housing'],
		how: 'Walk in'
	}),
	friends: sampleRow('referral_routes', {
		name: 'Befrienders',
		reasons: ['isolation'],
		who_for: 'Anybody over 60'
	})
};
const all = Object.values(routes);

describe('the directory', () => {
	it('is searched by reason and by every word', () => {
		const names = (reason: string, text = '') =>
			findRoutes(all, reason, text).map(({ name }) => name);
		expect(names('')).toEqual(['Advice Centre', 'Befrienders', 'Larder']);
		expect(names('money')).toEqual(['Advice Centre', 'Larder']);
		expect(names('money', 'walk')).toEqual(['Advice Centre']);
		expect(names('', 'over 60')).toEqual(['Befrienders']);
		expect(names('', 'lonel')).toEqual(['Befrienders']);
	});

	it('asks for a look after a year', () => {
		expect(checkedInWords({ checked_on: null }, '2026-11-17').isStale).toBe(true);
		expect(checkedInWords({ checked_on: '2025-11-16' }, '2026-11-17').isStale).toBe(true);
		expect(checkedInWords({ checked_on: '2025-11-17' }, '2026-11-17')).toEqual({
			words: 'Checked on 17 November 2025',
			isStale: false
		});
	});

	it('offers what helps with the reason first', () => {
		expect(routeChoices(all, 'isolation').map(({ label }) => label)).toEqual([
			'Befrienders',
			'Advice Centre',
			'Larder'
		]);
	});
});

describe('referrals', () => {
	const made = (columns: object) =>
		sampleRow('referrals', { route_id: routes.food.id, log_id: crypto.randomUUID(), ...columns });
	const old = made({ referred_on: '2026-01-02' });
	const older = made({ referred_on: '2026-01-01', reason: 'food' });
	const yes = made({ status: 'accepted', answered_on: '2026-02-01' });
	const no = made({ status: 'declined', answered_on: '2026-03-01', route_id: routes.advice.id });

	it('wait the longest first', () => {
		expect(byAnswer([old, yes, no, older])).toEqual({ waiting: [older, old], answered: [no, yes] });
	});

	it('are counted by route and by reason', () => {
		expect(countsBy([old, older, yes, no], 'route_id')).toEqual([
			{ key: routes.food.id, made: 3, accepted: 1, declined: 0, open: 2 },
			{ key: routes.advice.id, made: 1, accepted: 0, declined: 1, open: 0 }
		]);
		expect(
			countsBy([old, older, yes], 'reason').map(({ key, made: count }) => [key, count])
		).toEqual([
			['money', 2],
			['food', 1]
		]);
	});
});

describe('the forms', () => {
	const messages = (result: { error?: { issues: { message: string }[] } | undefined }) =>
		result.error?.issues.map(({ message }) => message);

	it('say what is missing', () => {
		expect(
			messages(routeSchema().safeParse({ ...emptyRoute('2026-11-17'), website: 'example.org' }))
		).toEqual([
			'Enter the name of the service',
			'Select what it helps with',
			'Enter the whole web address, like https://www.example.org'
		]);
		expect(messages(referralSchema().safeParse(emptyReferral('2020-11-17')))).toEqual([
			'Select why',
			'Select where you referred them to'
		]);
	});

	it('read what is typed', () => {
		const typed = { ...emptyRoute(''), name: ' Larder ', reasons: ['food'] };
		expect(routeSchema().parse(typed)).toMatchObject({ name: 'Larder', checked_on: null });
	});
});
