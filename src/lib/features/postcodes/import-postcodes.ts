/** Bringing the look-up of postcodes in. Administrators only; the database holds to that. */
import type { PostcodeFile } from '$lib/exchange/postcode-file';
import type { Row } from '$lib/records/registry';
import type { Store } from '$lib/store/store';

type Units = Record<string, string>;

/** What an import would do, for the administrator to look at first. */
export interface PostcodeImport {
	file: PostcodeFile;
	/** "May 2026"; "Not stated" where the file's name has no month. */
	vintage: string;
	/** Sectors that the look-up does not have yet. */
	made: { sector: string; units: Units }[];
	/** Sectors of the look-up that the file says something new of. */
	changed: { row: Row<'postcode_sectors'>; units: Units }[];
	/** Sectors of the look-up that the file does not have: they stay as they are. */
	missing: Row<'postcode_sectors'>[];
	/** Wards of the council without any postcode in the file. */
	bareWards: Row<'areas'>[];
}

export function planImport(
	file: PostcodeFile,
	rows: readonly Row<'postcode_sectors'>[],
	areas: readonly Row<'areas'>[]
): PostcodeImport {
	const vintage = file.vintage ?? 'Not stated';
	const known = new Map(rows.map((row) => [row.sector, row]));
	const plan: PostcodeImport = {
		file,
		vintage,
		made: [],
		changed: [],
		missing: rows.filter(({ sector }) => !file.sectors.has(sector)),
		bareWards: areas.filter(({ code }) => !file.wards.has(code))
	};
	for (const [sector, units] of file.sectors) {
		const row = known.get(sector);
		if (!row) plan.made.push({ sector, units });
		else if (row.vintage !== vintage || !isSame(row.units as Units, units))
			plan.changed.push({ row, units });
	}
	return plan;
}

function isSame(a: Units, b: Units): boolean {
	const units = Object.keys(a);
	return units.length === Object.keys(b).length && units.every((unit) => a[unit] === b[unit]);
}

/** Saves an import on this device, all of it or nothing; it is sent like any other change. */
export async function importPostcodes(
	store: Store,
	councilId: string,
	{ vintage, made, changed }: PostcodeImport
): Promise<void> {
	await store.write.together(async () => {
		for (const { sector, units } of made)
			await store.write.insert('postcode_sectors', {
				council_id: councilId,
				sector,
				units,
				vintage
			});
		for (const { row, units } of changed)
			await store.write.update('postcode_sectors', row.id, { units, vintage });
	});
}
