import type { WardActivity } from './activity';
import { periodInWords } from './measures';

/**
 * The figures in a few sentences, the gaps first:
 * "24 wards; 3 with no contact since 1 August 2026."
 */
export function summaryOf(activity: WardActivity): string[] {
	if (activity.not_shown) return [activity.not_shown];
	return [
		gaps(activity),
		total(activity),
		elsewhere(activity),
		hidden(activity),
		rounded(activity)
	].filter((sentence) => sentence !== null);
}

function gaps(activity: WardActivity): string {
	const without = activity.wards.filter(({ contacts }) => contacts === 0).length;
	const silent = without === 0 ? 'all with contact' : `${without} with no contact`;
	return `${counted(activity.wards.length, 'ward')}; ${silent} ${periodInWords(activity)}.`;
}

function total({ total }: WardActivity): string | null {
	if (total.contacts === null) return null;
	const people =
		total.people === null ? '' : `, ${counted(total.people, 'person', 'people')} reached`;
	return `${counted(total.contacts, 'contact')} in all${people}.`;
}

function elsewhere({ elsewhere: { contacts } }: WardActivity): string | null {
	return contacts === null || contacts === 0
		? null
		: `${counted(contacts, 'contact')} city-wide or online, in no ward.`;
}

function hidden({ wards }: WardActivity): string | null {
	const held = wards.filter(({ suppressed }) => suppressed).length;
	if (held === 0) return null;
	return `The figures of ${counted(held, 'ward')} are held back, to protect people.`;
}

function rounded({ rounded_to }: WardActivity): string | null {
	return rounded_to > 1 ? `Figures are rounded to ${rounded_to}.` : null;
}

function counted(value: number, one: string, many = `${one}s`): string {
	return `${value.toLocaleString('en-GB')} ${value === 1 ? one : many}`;
}
