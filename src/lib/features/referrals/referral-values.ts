/** What the forms of the directory and of a referral hold, and how they become records. */
import * as z from 'zod/mini';
import { dateField, pastDateField, textField } from '$lib/forms/field-schemas';
import type { Option } from '$lib/forms/option';
import { codeList } from '$lib/records/code-lists';
import { Constants } from '$lib/records/database.types';
import { REFERRAL_NOTE_MAX, type ReferralFields } from '$lib/records/referral/referral';
import { referralRoute, ROUTE_MAX, type RouteFields } from '$lib/records/referral/referral-route';
import type { Row } from '$lib/records/registry';
import { today } from '$lib/time/dates';

/** In the order of the page: errors are listed so. */
export interface RouteValues {
	name: string;
	reasons: string[];
	who_for: string;
	how: string;
	phone: string;
	website: string;
	hours: string;
	checked_on: string;
}

/** A new route, checked by whoever writes it down. */
export function emptyRoute(day: string): RouteValues {
	return {
		name: '',
		reasons: [],
		who_for: '',
		how: '',
		phone: '',
		website: '',
		hours: '',
		checked_on: day
	};
}

export function routeValuesOf(route: RouteFields): RouteValues {
	return {
		name: route.name,
		reasons: [...route.reasons],
		who_for: route.who_for,
		how: route.how,
		phone: route.phone,
		website: route.website,
		hours: route.hours,
		checked_on: route.checked_on ?? ''
	};
}

/** Reads the form of a route. */
export function routeSchema(): z.ZodMiniType<RouteFields, RouteValues> {
	const optional = (name: string, max: number) => textField({ name, max, optional: true });
	return z.pipe(
		z.object({
			name: textField({ name: 'the name of the service', max: ROUTE_MAX.name }),
			reasons: referralRoute.schema.shape.reasons,
			who_for: optional('who may use it', ROUTE_MAX.text),
			how: optional('how to refer', ROUTE_MAX.text),
			phone: optional('the phone number', ROUTE_MAX.phone),
			website: optional('the website', ROUTE_MAX.website).check(
				z.regex(/^(https?:\/\/\S+)?$/, 'Enter the whole web address, like https://www.example.org')
			),
			hours: optional('the opening hours', ROUTE_MAX.hours),
			checked_on: dateField({
				name: 'the date it was checked',
				notAfter: { date: today(), words: 'today or in the past' },
				optional: true
			})
		}),
		z.transform((typed) => ({ ...typed, checked_on: typed.checked_on || null }))
	) as z.ZodMiniType<RouteFields, RouteValues>;
}

/** In the order of the page. */
export interface ReferralValues {
	reason: string;
	route_id: string;
	referred_on: string;
	note: string;
}

export function emptyReferral(day: string): ReferralValues {
	return { reason: '', route_id: '', referred_on: day, note: '' };
}

export function referralValuesOf(referral: ReferralFields): ReferralValues {
	const { reason, route_id, referred_on, note } = referral;
	return { reason, route_id, referred_on, note };
}

/** The columns that the form of a referral is about. */
export type ReferralColumns = Pick<ReferralFields, keyof ReferralValues>;

/** Reads the form of a referral. */
export function referralSchema(): z.ZodMiniType<ReferralColumns, ReferralValues> {
	return z.object({
		reason: z.enum(Constants.public.Enums.referral_reason, 'Select why'),
		route_id: z.uuid('Select where you referred them to'),
		referred_on: pastDateField({ name: 'the date of the referral', today: today() }),
		note: textField({ name: 'the note', max: REFERRAL_NOTE_MAX, optional: true })
	});
}

/** Reasons as choices. */
export function reasonChoices(): Option[] {
	return codeList('referral_reason').map(({ code, label }) => ({ value: code, label }));
}

/** Routes as choices: those that help with the reason first. */
export function routeChoices(routes: readonly Row<'referral_routes'>[], reason: string): Option[] {
	const helps = ({ reasons }: Row<'referral_routes'>) => reasons.some((one) => one === reason);
	return routes
		.toSorted(
			(a, b) => Number(helps(b)) - Number(helps(a)) || a.name.localeCompare(b.name, 'en-GB')
		)
		.map((route) => ({
			value: route.id,
			label: route.name,
			...(route.who_for && { hint: route.who_for })
		}));
}
