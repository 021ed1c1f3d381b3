/** Where and when the demonstration's contacts happen: how many in each ward, on which days. */
import { addDays } from '../../src/lib/time/dates';
import { areas } from '../files';
import { type Random, wholeNumber } from './random';

/** Contacts in wards, besides the restricted ones; then those that belong to no ward. */
const IN_WARDS = 368;
const CITY_WIDE = 16;
const ONLINE = 10;

/** Wards that nobody gets round to: reports and maps must show the gap, and hide counts of 1 to 4. */
const QUIET_WARDS: Readonly<Record<string, number>> = {
	E05013119: 0, // Wolvercote
	E05013118: 0, // Walton Manor
	E05013106: 2, // Holywell
	E05013116: 3, // Summertown
	E05013112: 4 // Quarry & Risinghurst
};
/** Wards where the last contact is more than 90 days ago. */
const LAPSED_WARDS = ['E05013105', 'E05013101'];

export interface PlannedContact {
	coverage: 'ward' | 'city_wide' | 'online';
	ward: string | null;
	/** A day in the year before `today`, never today itself. */
	day: string;
}

/** The contacts of one year, the earliest first. */
export function planContacts(random: Random, today: string): PlannedContact[] {
	const inWards = Object.entries(contactsByWard()).flatMap(([ward, count]) =>
		Array.from({ length: count }, () => ({ coverage: 'ward' as const, ward }))
	);
	const elsewhere = [
		...Array.from({ length: CITY_WIDE }, () => ({ coverage: 'city_wide' as const, ward: null })),
		...Array.from({ length: ONLINE }, () => ({ coverage: 'online' as const, ward: null }))
	];
	return [...inWards, ...elsewhere]
		.map((contact) => ({
			...contact,
			day: workingDay(random, today, contact.ward && LAPSED_WARDS.includes(contact.ward) ? 95 : 1)
		}))
		.sort((a, b) => a.day.localeCompare(b.day));
}

/** Ward code -> contacts in a year: more where more people live, and where deprivation is deeper. */
function contactsByWard(): Record<string, number> {
	const busy = areas.areas.filter(({ code }) => !(code in QUIET_WARDS));
	const weights = busy.map((area) => {
		const deciles = area.deprivation_deciles ?? [5];
		const mean = deciles.reduce((sum, decile) => sum + decile, 0) / deciles.length;
		return { code: area.code, weight: (area.population ?? 0) * (11 - mean) };
	});
	const total = weights.reduce((sum, { weight }) => sum + weight, 0);
	const quiet = Object.values(QUIET_WARDS).reduce((sum, count) => sum + count, 0);

	// Rounding a running total hands out every contact, and none twice.
	let given = 0;
	let reached = 0;
	const shares = weights.map(({ code, weight }) => {
		reached += weight;
		const count = Math.round((reached / total) * (IN_WARDS - quiet)) - given;
		given += count;
		return [code, count] as const;
	});
	return { ...QUIET_WARDS, ...Object.fromEntries(shares) };
}

/** A day from a year ago to `least` days ago: seldom a Sunday, thin in August and between the years. */
function workingDay(random: Random, today: string, least: number): string {
	for (;;) {
		const day = addDays(today, -wholeNumber(random, least, 364));
		if (random() < likelihood(day)) return day;
	}
}

function likelihood(day: string): number {
	const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
	if (weekday === 0) return 0.05;
	if (day.slice(5) >= '12-23' || day.slice(5) <= '01-02') return 0.05;
	const quietMonth = day.slice(5, 7) === '08' ? 0.4 : 1;
	return quietMonth * (weekday === 6 ? 0.35 : 1);
}
