/** Wards with their figures as GeoJSON (RFC 7946), for a map of one's own. */
import type { Feature, FeatureCollection, Position } from 'geojson';
import { areaOf, doubleArea, polygonsOf, type AreaGeometry } from './polygons';

export interface WardFeature {
	code: string;
	name: string;
	/** In degrees (WGS 84), as official boundary files have it; null where it is not known. */
	boundary: AreaGeometry | null;
	/** By name; null stands for a number that is held back. */
	figures: Readonly<Record<string, string | number | null>>;
}

/** @param note what readers have to know of the figures: a member `note` beside the features, which programs pass over */
export function wardsGeoJson(wards: readonly WardFeature[], note: string): string {
	const features = wards.map(({ code, name, boundary, figures }): Feature<AreaGeometry | null> => ({
		type: 'Feature',
		id: code,
		geometry: boundary && wound(boundary),
		properties: { code, name, ...figures }
	}));
	const collection: FeatureCollection<AreaGeometry | null> & { note: string } = {
		type: 'FeatureCollection',
		note,
		features
	};
	return JSON.stringify(collection);
}

/** Outsides run anticlockwise and holes clockwise (section 3.1.6). */
function wound(boundary: AreaGeometry): AreaGeometry {
	return areaOf(
		polygonsOf(boundary).map((rings) => rings.map((ring, place) => turned(ring, place === 0)))
	);
}

function turned(ring: Position[], anticlockwise: boolean): Position[] {
	return doubleArea(ring) > 0 === anticlockwise ? ring : ring.toReversed();
}
