import * as z from 'zod/mini';
import type { Json } from '../database.types';
import { defineRecord } from '../define-record';
import { benchmarksSchema } from './benchmarks';

/** A ward. Codes change when boundaries change, so the vintage stands beside the code (ONS practice). */
export const area = defineRecord({
	table: 'areas',
	schema: z.object({
		/** GSS code, such as E05013097. */
		code: z.string(),
		name: z.string(),
		vintage: z.string(),
		/** A point well inside the ward, in degrees (WGS 84): for labels and for sorting by nearness, never for assigning. */
		latitude: z.number(),
		longitude: z.number(),
		population: z.nullable(z.int()),
		/** Deciles of the ward's LSOAs in the Index of Multiple Deprivation 2025; 1 is most deprived. */
		deprivation_deciles: z.nullable(z.array(z.int())),
		/** Of the ward's usual residents. */
		benchmarks: benchmarksSchema,
		/** Where the ward stands in the hex cartogram: axial coordinates, pointy top. */
		hex_q: z.int(),
		hex_r: z.int(),
		locality_id: z.nullable(z.uuid()),
		/** Official boundary as a GeoJSON geometry, once an administrator has imported one. */
		boundary: z.nullable(z.custom<Json>()),
		boundary_vintage: z.nullable(z.string()),
		boundary_source: z.nullable(z.string())
	}),
	columns: {
		name: { label: 'Name' },
		code: { label: 'Code' },
		vintage: { label: 'Code as of' },
		population: { label: 'Population' },
		deprivation_deciles: { label: 'Deprivation deciles' },
		locality_id: { label: 'Locality', names: 'localities' },
		boundary_vintage: { label: 'Boundary as of' },
		boundary_source: { label: 'Source of the boundary' }
	}
});
