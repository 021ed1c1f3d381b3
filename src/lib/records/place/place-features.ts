/** What people ask of a place before they come, as far as yes and no can say. */
import type { FieldsOf } from '../define-record';

type Fields = FieldsOf<'places'>;
export type Feature = {
	[C in keyof Fields]: boolean extends Fields[C] ? C : never;
}[keyof Fields];

/** In the order of the page. */
export const FEATURES: Record<Feature, string> = {
	step_free: 'Step-free',
	accessible_toilet: 'Accessible toilet',
	hearing_loop: 'Hearing loop',
	quiet_room: 'Prayer or quiet room',
	wifi: 'Wi-Fi'
};

export const features = Object.keys(FEATURES) as Feature[];

/**
 * Whether a place has all of some features. `unknown`: it lacks none, and nobody has found out about some. A place that
 * was written on this device by an older build has none of these columns: nothing is known of it.
 */
export function hasAll(
	place: { [F in Feature]?: boolean | null },
	wanted: readonly Feature[]
): 'yes' | 'no' | 'unknown' {
	const answers = wanted.map((feature) => place[feature] ?? null);
	if (answers.includes(false)) return 'no';
	return answers.includes(null) ? 'unknown' : 'yes';
}
