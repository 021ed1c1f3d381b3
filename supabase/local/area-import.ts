import type { Sql, TransactionSql } from 'postgres';
import type { AreaBoundaries, AreaBoundary } from '../../src/lib/exchange/area-boundaries';
import { assignHexes } from '../../src/lib/map/hex-layout';

/** What an import did, for the person who ran it. */
export interface ImportSummary {
	council: string;
	/** Names of the council's wards that have a boundary now. */
	matched: string[];
	/** Names of wards that the import added, because the council had none. */
	created: string[];
	/** Names of the council's wards that the file does not hold. */
	withoutBoundary: string[];
	/** How many wards of the file are not this council's. */
	elsewhere: number;
}

/** The import cannot begin; the message says why in a sentence for the person who ran it. */
export class ImportRefused extends Error {}

interface Council {
	id: string;
	code: string;
	name: string;
}

interface Ward {
	code: string;
	name: string;
}

/**
 * Gives a council's wards their official boundaries, matched by GSS code. A council without any wards
 * gets the file's wards as its own. All or nothing; doing it again changes nothing.
 *
 * @param councilCode GSS code; may be left out while there is one council only
 * @throws ImportRefused
 */
export async function importAreas(
	sql: Sql,
	boundaries: AreaBoundaries,
	councilCode: string | null
): Promise<ImportSummary> {
	return sql.begin(async (tx) => {
		const council = await chooseCouncil(tx, councilCode);
		const [{ count } = { count: 0 }] = await tx<{ count: number }[]>`
			select count(*)::int from public.areas where council_id = ${council.id}`;
		const created = count === 0 ? wardsOf(council, boundaries.areas) : [];
		await createWards(tx, council, created, boundaries);
		const wards = await tx<Ward[]>`
			select code, name from public.areas
			where council_id = ${council.id} and deleted_at is null order by name`;
		await setBoundaries(tx, council, boundaries, new Set(wards.map(({ code }) => code)));
		return summarise(council, wards, boundaries, created);
	});
}

async function chooseCouncil(tx: TransactionSql, code: string | null): Promise<Council> {
	const councils = await tx<Council[]>`
		select id, code, name from public.councils where deleted_at is null order by name`;
	const [first] = councils;
	if (!first)
		throw new ImportRefused(
			'There is no council yet. Make the first account in the app, then import its wards.'
		);
	const known = councils.map((council) => `${council.code} (${council.name})`).join(', ');
	if (code === null) {
		if (councils.length === 1) return first;
		throw new ImportRefused(
			`Say which council's wards these are, with --council and one of: ${known}.`
		);
	}
	const chosen = councils.find((council) => council.code === code);
	if (!chosen) throw new ImportRefused(`There is no council ${code} here. Known: ${known}.`);
	return chosen;
}

/** A file that names councils may hold a whole country; one that does not is taken as it is. */
function wardsOf(council: Council, areas: AreaBoundary[]): AreaBoundary[] {
	const wards = areas.filter((area) => area.council === null || area.council === council.code);
	if (wards.length === 0)
		throw new ImportRefused(`The file holds no wards of ${council.name} (${council.code}).`);
	return wards;
}

async function createWards(
	tx: TransactionSql,
	council: Council,
	wards: AreaBoundary[],
	{ vintage }: AreaBoundaries
): Promise<void> {
	if (wards.length === 0) return;
	const places = new Map(
		wards.map(({ code, labelPoint: [longitude, latitude] }) => [code, { latitude, longitude }])
	);
	const cells = new Map(
		assignHexes([...places].map(([code, place]) => ({ code, ...place }))).map((cell) => [
			cell.code,
			cell
		])
	);
	const rows = wards.map(({ code, name }) => ({
		council_id: council.id,
		vintage: vintage ?? 'Not stated',
		name,
		...places.get(code),
		...cells.get(code)
	}));
	await tx`insert into public.areas ${tx(rows as never)}`;
}

async function setBoundaries(
	tx: TransactionSql,
	council: Council,
	{ areas, vintage, source }: AreaBoundaries,
	known: Set<string>
): Promise<void> {
	for (const { code, geometry } of areas.filter((area) => known.has(area.code)))
		await tx`
			update public.areas
			set boundary = ${tx.json(geometry as never)}, boundary_vintage = ${vintage}, boundary_source = ${source}
			where council_id = ${council.id} and code = ${code}
				and (boundary, boundary_vintage, boundary_source)
					is distinct from (${tx.json(geometry as never)}::jsonb, ${vintage}::text, ${source}::text)`;
}

function summarise(
	council: Council,
	wards: Ward[],
	{ areas }: AreaBoundaries,
	created: AreaBoundary[]
): ImportSummary {
	const inFile = new Set(areas.map(({ code }) => code));
	const names = (have: boolean) =>
		wards.filter(({ code }) => inFile.has(code) === have).map(({ name }) => name);
	return {
		council: council.name,
		matched: names(true),
		created: created.map(({ name }) => name).sort(),
		withoutBoundary: names(false),
		elsewhere: areas.length - names(true).length
	};
}
