/** Where outreach does not reach: wards that have heard from nobody, objectives without contacts, groups not heard. */
import * as z from 'zod/mini';
import type { Benchmarks } from '../records/area/benchmarks';
import { PREFER_NOT, UNKNOWN, type Characteristic } from '../records/engagement/tallies';
import type { Row } from '../records/registry';
import { daysBetween } from '../time/dates';
import { BANDS, bandOf, type Band } from './grant-spend';

const count = z.int().check(z.nonnegative());
const isoDate = z.iso.date();

/** What the database answers (`gaps()`), to managers and administrators: contacts over a run of months, as they are. */
export const gapsSchema = z.object({
	as_of: z.iso.datetime({ offset: true }),
	/** The first day of the first month and the last day of the last. */
	since: isoDate,
	until: isoDate,
	wards: z.array(
		z.object({
			code: z.string(),
			contacts: count,
			people: count,
			/** Of any period; null where there never was one. */
			last_contact: z.nullable(isoDate),
			/** Contacts by objective, with those of its priorities. */
			objectives: z.record(z.string(), count),
			/** The first day of the last month, of any, with a contact for an objective; left out where there never was one. */
			last_months: z.record(z.string(), isoDate),
			/** People by what they were counted as: `ethnic_group/asian_indian`. */
			counted: z.record(z.string(), count)
		})
	),
	/** Contacts by channel: of everybody (null), and of each group that they named. */
	channels: z.array(
		z.object({ channel: z.string(), group: z.nullable(z.string()), contacts: count })
	)
});

export type Gaps = z.infer<typeof gapsSchema>;
export type WardGaps = Gaps['wards'][number];

type Ward = Pick<
	Row<'areas'>,
	'code' | 'name' | 'population' | 'deprivation_deciles' | 'benchmarks'
>;

/** After so many days without a contact a ward is called silent, as an action is without evidence. */
export const SILENT_DAYS = 90;

/** Wards without a contact for more than 90 days, the longest first: null where there never was one. */
export function silentWards<W extends Pick<WardGaps, 'last_contact'>>(
	wards: readonly W[],
	today: string
): { ward: W; days: number | null }[] {
	return wards
		.map((ward) => ({
			ward,
			days: ward.last_contact === null ? null : daysBetween(ward.last_contact, today)
		}))
		.filter(({ days }) => days === null || days > SILENT_DAYS)
		.sort((a, b) => (b.days ?? Infinity) - (a.days ?? Infinity));
}

/** A group that lives in a ward and was not among those counted there. */
export interface Unheard {
	code: string;
	characteristic: Characteristic;
	/** As the Census has it, such as `asian`. */
	group: string;
	/** Percent of the ward's residents. */
	share: number;
}

/** Of a group that is smaller in a ward nobody is expected to be met by chance. */
const EXPECTED_SHARE = 5;

/** Census answers that name no group to be heard: who left the question out, and everybody but disabled people. */
const NO_GROUPS = new Set(['not_answered', 'not_disabled']);

/**
 * Groups that make up at least 5 % of a ward and of whom nobody was counted there, where anybody answered; the largest
 * share first.
 */
export function unheardGroups(gaps: Gaps, areas: readonly Ward[]): Unheard[] {
	const found = gaps.wards.flatMap(({ code, counted }) => {
		const benchmarks = (areas.find((area) => area.code === code)?.benchmarks ?? {}) as Benchmarks;
		return Object.entries(benchmarks).flatMap(([characteristic, shares]) => {
			const answers = answersTo(characteristic, Object.keys(counted));
			if (answers.length === 0) return [];
			const heard = (group: string) =>
				answers.some((answer) => `${answer}_`.startsWith(`${group}_`));
			return Object.entries(shares)
				.filter(
					([group, share]) => share >= EXPECTED_SHARE && !NO_GROUPS.has(group) && !heard(group)
				)
				.map(([group, share]) => ({
					code,
					characteristic: characteristic as Characteristic,
					group,
					share
				}));
		});
	});
	return found.sort((a, b) => b.share - a.share || a.code.localeCompare(b.code));
}

/** What people said of themselves: not knowing and not wanting to say are no answers. */
function answersTo(characteristic: string, counted: readonly string[]): string[] {
	return counted
		.filter((key) => key.startsWith(`${characteristic}/`))
		.map((key) => key.slice(characteristic.length + 1))
		.filter((answer) => answer !== UNKNOWN && answer !== PREFER_NOT);
}

/** How far contacts reach where people have least. */
export interface BandReach {
	band: Band;
	wards: number;
	population: number;
	contacts: number;
	people: number;
	/** Contacts for every 1,000 who live there; null where nobody is known to. */
	perThousand: number | null;
}

/** Contacts in the wards of each band of deprivation, the most deprived first; bands without a ward are left out. */
export function reachByBand(gaps: Gaps, areas: readonly Ward[]): BandReach[] {
	const figures = new Map(gaps.wards.map((ward) => [ward.code, ward]));
	return BANDS.flatMap((band) => {
		const ours = areas.filter((area) => bandOf(area) === band);
		if (ours.length === 0) return [];
		const sum = (value: (area: Ward) => number) =>
			ours.reduce((total, area) => total + value(area), 0);
		const population = sum((area) => area.population ?? 0);
		const contacts = sum(({ code }) => figures.get(code)?.contacts ?? 0);
		return [
			{
				band,
				wards: ours.length,
				population,
				contacts,
				people: sum(({ code }) => figures.get(code)?.people ?? 0),
				perThousand: perThousand(contacts, population)
			}
		];
	});
}

/** So many for every 1,000 people; null where nobody is known to live there. */
export function perThousand(figure: number, population: number | null): number | null {
	return population ? (1000 * figure) / population : null;
}
