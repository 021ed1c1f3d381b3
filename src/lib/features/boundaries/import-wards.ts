/** Bringing official boundaries in. Administrators only; the database holds to that. */
import type { AreaBoundaries, AreaBoundary } from '$lib/exchange/area-boundaries';
import { assignHexes } from '$lib/map/hex-layout';
import type { Json } from '$lib/records/database.types';
import type { Row } from '$lib/records/registry';
import type { Store } from '$lib/store/store';

/** What an import would do, for the administrator to look at first. */
export interface WardImport {
	file: AreaBoundaries;
	/** Wards on the device that the file has a boundary for. */
	matched: { area: Row<'areas'>; boundary: AreaBoundary }[];
	/** Wards on the device that the file does not have. */
	missing: Row<'areas'>[];
	/** Wards of the file to be made: only for a council that has none yet. */
	made: AreaBoundary[];
	/** Wards of the file that are not this council's. */
	others: AreaBoundary[];
}

/** @param councilCode the council's GSS code: of a larger file, only its own wards are made */
export function planImport(
	file: AreaBoundaries,
	areas: readonly Row<'areas'>[],
	councilCode: string
): WardImport {
	const inFile = new Map(file.areas.map((boundary) => [boundary.code, boundary]));
	const known = new Set(areas.map(({ code }) => code));
	const unknown = file.areas.filter(({ code }) => !known.has(code));
	const ours = (boundary: AreaBoundary) =>
		boundary.council === null || boundary.council === councilCode;
	return {
		file,
		matched: areas.flatMap((area) => {
			const boundary = inFile.get(area.code);
			return boundary ? [{ area, boundary }] : [];
		}),
		missing: areas.filter(({ code }) => !inFile.has(code)),
		made: areas.length === 0 ? unknown.filter(ours) : [],
		others: areas.length === 0 ? unknown.filter((boundary) => !ours(boundary)) : unknown
	};
}

/** Saves an import on this device; it is sent like any other change. `done` hears how far it has come. */
export async function importWards(
	store: Store,
	councilId: string,
	{ file, matched, made }: WardImport,
	done: (saved: number) => void
): Promise<void> {
	const boundaryOf = (boundary: AreaBoundary) => ({
		boundary: boundary.geometry as unknown as Json,
		boundary_vintage: file.vintage,
		boundary_source: file.source
	});
	let saved = 0;
	for (const { area, boundary } of matched) {
		await store.write.update('areas', area.id, boundaryOf(boundary));
		done(++saved);
	}
	const cells = assignHexes(
		made.map(({ code, labelPoint: [longitude, latitude] }) => ({ code, longitude, latitude }))
	);
	for (const boundary of made) {
		const [longitude, latitude] = boundary.labelPoint;
		const cell = cells.find(({ code }) => code === boundary.code);
		await store.write.insert('areas', {
			council_id: councilId,
			code: boundary.code,
			name: boundary.name,
			vintage: file.vintage ?? 'Not stated',
			latitude,
			longitude,
			population: null,
			benchmarks: {},
			deprivation_deciles: null,
			hex_q: cell?.hex_q ?? 0,
			hex_r: cell?.hex_r ?? 0,
			locality_id: null,
			...boundaryOf(boundary)
		});
		done(++saved);
	}
}
