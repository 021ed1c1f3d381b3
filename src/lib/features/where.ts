/** What a position, a ward and a place on a form do to one another. */
import type { LocatableArea, WardSuggestion } from '$lib/map/locate';

type Suggestion = WardSuggestion<Pick<LocatableArea, 'code' | 'name'>>;

/** The ward on the form, by its code ('' for none), and the one that a position filled in before. */
export interface WardOnForm {
	chosen: string;
	filledIn: string;
}

/** The ward after the phone was asked: what a person chose by hand stays. */
export function wardAfter(suggestion: Suggestion, { chosen, filledIn }: WardOnForm): string {
	const byHand = chosen !== '' && chosen !== filledIn;
	return suggestion.kind === 'exact' && !byHand ? suggestion.area.code : chosen;
}

/**
 * What the phone found, in words.
 * @param chosen code of the ward on the form now
 * @param accuracyMetres how far off the position may be
 */
export function whereInWords(
	suggestion: Suggestion,
	chosen: string,
	accuracyMetres: number
): string {
	if (suggestion.kind === 'exact') {
		const here = `You are in ${suggestion.area.name}.`;
		return suggestion.area.code === chosen ? here : `${here} The ward you chose stays.`;
	}
	if (suggestion.kind === 'outside')
		return 'You seem to be outside the council’s wards. Choose the ward from the list.';
	return suggestion.unsure
		? `Your phone is only sure to about ${inRoundNumbers(accuracyMetres)}. Choose the ward.`
		: 'The wards are listed nearest first. Choose yours.';
}

/** "150 metres", "2.4 kilometres". */
function inRoundNumbers(metres: number): string {
	if (metres < 1000) return `${Math.ceil(metres / 10) * 10} metres`;
	return `${(metres / 1000).toFixed(1)} kilometres`;
}

/** The place that may stay with a ward: '' where it lies in another. A place without a ward may be anywhere. */
export function placeInWard(
	placeId: string,
	wardCode: string,
	places: readonly { id: string; ward_code: string | null }[]
): string {
	const ward = places.find(({ id }) => id === placeId)?.ward_code;
	return ward && ward !== wardCode ? '' : placeId;
}
