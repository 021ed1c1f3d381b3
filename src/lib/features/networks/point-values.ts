/** What the form of a point holds. How it is read: point-schema.ts. */
import type { NetworkPointFields } from '$lib/records/network/network-point';

/** In the order of the page: errors are listed so. */
export interface PointValues {
	kind: string;
	what: string;
	to_steering: boolean;
	/** Whether it becomes a proposal; asked while it is none. */
	propose: boolean;
	status: string;
	answer: string;
}

export function emptyPoint(): PointValues {
	return { kind: 'issue', what: '', to_steering: true, propose: false, status: 'open', answer: '' };
}

export function pointValuesOf(point: NetworkPointFields): PointValues {
	const { kind, what, to_steering, status, answer } = point;
	return { kind, what, to_steering, propose: false, status, answer };
}

export type PointOutput = Pick<
	NetworkPointFields,
	'kind' | 'what' | 'to_steering' | 'status' | 'answer'
> & { propose: boolean };
