import type { Row } from '$lib/records/registry';

/** What a ward is called; its code where this device does not know it yet. */
export function wardName(
	areas: readonly Pick<Row<'areas'>, 'code' | 'name'>[],
	code: string
): string {
	return areas.find((area) => area.code === code)?.name ?? code;
}
