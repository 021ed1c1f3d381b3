/** How the form of a point is read. */
import * as z from 'zod/mini';
import { textField } from '$lib/forms/field-schemas';
import { POINT_MAX } from '$lib/records/network/limits';
import { networkPoint } from '$lib/records/network/network-point';
import type { PointOutput, PointValues } from './point-values';

/** Reads the form of a point. A decision is settled from the start, and never a proposal. */
export function pointSchema(): z.ZodMiniType<PointOutput, PointValues> {
	const { kind, status } = networkPoint.schema.shape;
	return z.pipe(
		z.object({
			kind,
			what: textField({ name: 'what came up', max: POINT_MAX.what }),
			to_steering: z.boolean(),
			propose: z.boolean(),
			status,
			answer: textField({ name: 'what came of it', max: POINT_MAX.answer, optional: true })
		}),
		z.transform((typed) =>
			typed.kind === 'decision' ? { ...typed, status: 'settled' as const, propose: false } : typed
		)
	) as z.ZodMiniType<PointOutput, PointValues>;
}
