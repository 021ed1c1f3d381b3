import type { AreaGeometry } from '$lib/exchange/polygons';
import type { WardActivity } from '$lib/insight/activity';
import type { MapArea } from '$lib/map/picture';
import type { Row } from '$lib/records/registry';

/** The wards of the figures, with the official boundaries that this device holds. */
export function wardsToDraw(
	{ wards }: WardActivity,
	areas: readonly Pick<Row<'areas'>, 'code' | 'boundary'>[]
): MapArea[] {
	const boundaries = new Map(areas.map(({ code, boundary }) => [code, boundary]));
	return wards.map(({ code, name, hex_q, hex_r }) => ({
		code,
		name,
		hex_q,
		hex_r,
		boundary: (boundaries.get(code) ?? null) as AreaGeometry | null
	}));
}
