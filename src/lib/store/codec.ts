/**
 * Everything a person wrote passes through here on its way to and from the device's disk.
 * Today it is the identity; when records are sealed at rest with a key that the person's PIN unwraps,
 * this is the one place that changes. Hence: only ids, wards, dates and states may be indexed.
 */
declare const sealed: unique symbol;

/** A value as it lies on disk. */
export type Sealed<T> = { readonly [sealed]: T };

export function seal<T>(value: T): Sealed<T> {
	return value as unknown as Sealed<T>;
}

export function unseal<T>(value: Sealed<T>): T {
	return value as unknown as T;
}
