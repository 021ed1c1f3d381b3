/** The ward from the phone's position, worked out on the phone: exact where boundaries are loaded, nearest first otherwise. */
import type { LocatableArea, LonLat, WardSuggestion } from '$lib/map/locate';

const WAIT_MS = 15_000;
/** A fix this old is still where the officer stands. */
const FRESH_MS = 60_000;

export class WardFromPosition {
	looking = $state(false);
	/** Why there is no position, in words; empty when there is one or none was asked for. */
	problem = $state('');
	/** How far a point is from where the phone is, in metres. Undefined until it has said. */
	metresTo = $state.raw<(point: { latitude: number; longitude: number }) => number>();
	suggestion = $state.raw<WardSuggestion<LocatableArea>>();
	/** Where the phone is; undefined until it was found. */
	at = $state.raw<LonLat>();
	/** How far off the position may be. */
	accuracyMetres = $state(0);

	/** Asks the phone where it is. Nothing leaves the phone. */
	async find(areas: readonly LocatableArea[]): Promise<void> {
		this.looking = true;
		this.problem = '';
		try {
			const [{ coords }, { metresBetween, suggestWard }] = await Promise.all([
				position(),
				import('$lib/map/locate')
			]);
			const here = [coords.longitude, coords.latitude] as const;
			this.accuracyMetres = coords.accuracy;
			this.at = here;
			this.metresTo = ({ latitude, longitude }) => metresBetween(here, [longitude, latitude]);
			this.suggestion = suggestWard(areas, here, coords.accuracy);
		} catch (error) {
			this.problem = sentenceOf(error);
		} finally {
			this.looking = false;
		}
	}
}

function position(): Promise<GeolocationPosition> {
	return new Promise((resolve, reject) => {
		if (!('geolocation' in navigator)) reject(new Error('no geolocation'));
		else
			navigator.geolocation.getCurrentPosition(resolve, reject, {
				enableHighAccuracy: true,
				timeout: WAIT_MS,
				maximumAge: FRESH_MS
			});
	});
}

function sentenceOf(error: unknown): string {
	const denied =
		error instanceof GeolocationPositionError && error.code === error.PERMISSION_DENIED;
	return denied
		? 'Your phone did not allow the app to see where you are. Choose the ward from the list.'
		: 'Your phone could not tell where it is. Choose the ward from the list.';
}
