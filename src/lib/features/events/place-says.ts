/** What the directory knows of a place, for the access checklist of an event there. */
import type { AccessItem } from '$lib/records/event/access-checklist';
import { FEATURES, type Feature } from '$lib/records/place/place-features';
import type { Row } from '$lib/records/registry';

const ABOUT: { readonly [I in AccessItem]?: Feature } = {
	step_free: 'step_free',
	hearing_loop: 'hearing_loop',
	quiet_space: 'quiet_room',
	prayer_room: 'quiet_room'
};

/** "Leys Community Centre: step-free, yes"; undefined where the directory does not say. */
export function placeSays(item: AccessItem, place: Row<'places'> | undefined): string | undefined {
	const feature = ABOUT[item];
	const known = feature && place?.[feature];
	if (!feature || !place || known === undefined || known === null) return undefined;
	return `${place.name}: ${FEATURES[feature].toLocaleLowerCase('en-GB')}, ${known ? 'yes' : 'no'}`;
}
