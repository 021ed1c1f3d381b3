import * as z from 'zod/mini';
import { BoundaryFileError, wrongCoordinates } from './boundary-file-error';
import { labelPosition, readOutline } from './outline';
import { areaOf, type AreaGeometry } from './polygons';

export { BoundaryFileError };

/** One ward of a boundary file. */
export interface AreaBoundary {
	/** The ward's GSS code, e.g. E05013097. */
	code: string;
	name: string;
	/** GSS code of the council that the ward belongs to (LADyyCD), where the file says. */
	council: string | null;
	/** Longitude and latitude (WGS 84), tidied as RFC 7946 has it (see `readOutline`). */
	geometry: AreaGeometry;
	/** Longitude and latitude of the point farthest inside the ward. */
	labelPoint: [number, number];
}

/** A part of the file that was left out, and the reason, in words for the person importing. */
export interface SkippedPart {
	what: string;
	why: string;
}

/** What an official boundary file holds, ready to be stored. */
export interface AreaBoundaries {
	areas: AreaBoundary[];
	/** When the boundaries were in force, e.g. "December 2021"; null when the file does not say. */
	vintage: string | null;
	/** Who to credit, as the licence asks; null when the file does not say. */
	source: string | null;
	skipped: SkippedPart[];
}

/** The largest file taken, in bytes: the wards of a county at full detail stay well below it. */
export const MAX_BOUNDARY_FILE_BYTES = 20 * 1024 * 1024;

// England, Wales, Scotland, Northern Ireland (ONS Code History Database).
const WARD_CODE = /^(E05|W05|S13|N08)\d{6}$/;

const crsSchema = z.object({ properties: z.object({ name: z.string() }) });

const fileSchema = z.object({
	type: z.literal('FeatureCollection'),
	name: z.catch(z.string(), ''),
	attribution: z.catch(z.string(), ''),
	crs: z.catch(z.nullable(crsSchema), null),
	features: z.array(
		z.object({
			type: z.literal('Feature'),
			properties: z.nullish(z.record(z.string(), z.unknown())),
			geometry: z.nullish(z.object({ type: z.string(), coordinates: z.optional(z.unknown()) }))
		})
	)
});
type BoundaryFile = z.infer<typeof fileSchema>;
type Feature = BoundaryFile['features'][number];

/**
 * Reads a file of ward boundaries: GeoJSON with the property names of the Office for National
 * Statistics (WD21CD, WD21NM, LAD21CD; any year) or plain `code`, `name` and `lad`.
 *
 * What is not a ward with an outline is left out and named in `skipped`; anything that could put a
 * ward in the wrong place refuses the whole file.
 *
 * @throws BoundaryFileError with a plain sentence that says what is wrong and what to do
 */
export function parseAreaBoundaries(text: string): AreaBoundaries {
	const file = readFile(text);
	const parts = file.features.map(readFeature);
	const areas = parts.filter((part) => 'code' in part);
	const skipped = parts.filter((part) => 'why' in part);

	if (areas.length === 0) throw withoutWards(skipped);
	refuseDuplicates(areas);
	const vintage = vintageOf(file);
	return { areas, vintage, source: sourceOf(file, vintage), skipped };
}

function readFile(text: string): BoundaryFile {
	if (text.length > MAX_BOUNDARY_FILE_BYTES) {
		throw new BoundaryFileError(
			'The file is larger than 20 MB. Choose your council’s wards only, or the generalised version (BGC).'
		);
	}
	if (text.trim() === '') throw new BoundaryFileError('The file is empty.');

	const file = fileSchema.safeParse(parseJson(text));
	if (!file.success) {
		throw new BoundaryFileError(
			'This is not a GeoJSON file of areas. Choose the GeoJSON format when you download the boundaries.'
		);
	}
	if (file.data.features.length === 0) throw new BoundaryFileError('The file has no areas in it.');
	if (file.data.crs?.properties.name.endsWith('27700')) {
		throw wrongCoordinates('uses British National Grid');
	}
	return file.data;
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch {
		throw new BoundaryFileError(
			'The file cannot be read: it is not JSON, or it was cut short. Download it again in GeoJSON format.'
		);
	}
}

function readFeature(feature: Feature, index: number): AreaBoundary | SkippedPart {
	const code = textOf(feature, /^WD\d\dCD$|^code$/i);
	const name = textOf(feature, /^WD\d\dNM$|^name$/i);
	const what = name ?? code ?? `Area ${index + 1} in the file`;
	const polygons = polygonsIn(feature);

	if (!code) return { what, why: 'It has no ward code.' };
	if (!WARD_CODE.test(code)) return { what, why: `${code} is not the code of a ward.` };
	if (!name) return { what, why: 'It has no name.' };
	if (!polygons) return { what, why: 'It has no boundary.' };

	const outline = readOutline(polygons, name);
	return {
		code,
		name,
		council: textOf(feature, /^LAD\d\dCD$|^lad$/i),
		geometry: areaOf(outline),
		labelPoint: labelPosition(outline)
	};
}

function textOf({ properties }: Feature, key: RegExp): string | null {
	const value = Object.entries(properties ?? {}).find(([name]) => key.test(name))?.[1];
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** What the file draws as an area, not yet checked; null for points, lines and nothing at all. */
function polygonsIn({ geometry }: Feature): unknown[] | null {
	if (!Array.isArray(geometry?.coordinates)) return null;
	if (geometry.type === 'Polygon') return [geometry.coordinates];
	return geometry.type === 'MultiPolygon' ? geometry.coordinates : null;
}

function withoutWards(skipped: SkippedPart[]): BoundaryFileError {
	return new BoundaryFileError(
		skipped.some(({ why }) => why === 'It has no boundary.')
			? 'The wards in the file have no boundaries. Choose a file of ward boundaries, not of names and codes only.'
			: 'The file has no ward codes. It needs a property such as WD21CD, with codes such as E05013097.'
	);
}

function refuseDuplicates(areas: AreaBoundary[]): void {
	const seen = new Set<string>();
	for (const { code, name } of areas) {
		if (seen.has(code)) {
			throw new BoundaryFileError(
				`${name} (${code}) is in the file more than once. Each ward must be there only once.`
			);
		}
		seen.add(code);
	}
}

/**
 * "December 2021", from the file's own name (Wards_December_2021_…, WD_DEC_2021_…) or else from the
 * year in WD21CD: ONS wards are those of December unless the name says May.
 */
function vintageOf(file: BoundaryFile): string | null {
	const [, month, year] = /(dec|may)[a-z]*[ _-]*(20\d\d)/i.exec(file.name) ?? [];
	if (month && year) return `${month.toLowerCase() === 'may' ? 'May' : 'December'} ${year}`;
	const onsYear = onsYearOf(file);
	return onsYear && `December ${onsYear}`;
}

function onsYearOf({ features }: BoundaryFile): string | null {
	const keys = Object.keys(features[0]?.properties ?? {});
	const year = keys.map((key) => /^WD(\d\d)CD$/i.exec(key)?.[1]).find(Boolean);
	return year ? `20${year}` : null;
}

/** The file's own credit line, or the one that the licence of ONS boundaries asks for. */
function sourceOf(file: BoundaryFile, vintage: string | null): string | null {
	if (file.attribution.trim() !== '') return file.attribution.trim();
	if (!onsYearOf(file)) return null;
	return (
		'Source: Office for National Statistics licensed under the Open Government Licence v3.0. ' +
		`Contains OS data © Crown copyright and database right ${vintage?.slice(-4)}`
	);
}
