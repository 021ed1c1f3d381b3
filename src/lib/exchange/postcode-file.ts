/**
 * Postcodes with their wards, out of a file of the Office for National Statistics (ONS): its Postcode Directory (ONSPD),
 * National Statistics Postcode Lookup (NSPL) or UPRN Directory (ONSUD), as CSV. Their columns have other names every year,
 * so they are told by what is in them. Files are read piece by piece: the one of a postcode area has tens of megabytes.
 */
import { csvParseRows } from 'd3-dsv';
import { readPostcode } from '../records/area/postcode';

/** Why a file cannot be used. The message is a sentence for the person who chose it. */
export class PostcodeFileError extends Error {
	override name = 'PostcodeFileError';
}

/** What a file says of the council's postcodes. */
export interface PostcodeFile {
	/**
	 * Sector -> unit -> ward code, '' outside the council: "OX4 6" -> "JD" -> "E05013097". A sector wholly outside has no
	 * units; it is there where its postcode area ("OX") has others inside.
	 */
	sectors: Map<string, Record<string, string>>;
	/** Postcodes in use: inside the council's wards, and in other places. */
	inside: number;
	outside: number;
	/** Of those inside: they have addresses in several wards, and stand with the one that has most. */
	straddling: number;
	/** Rows that were left out: postcodes no longer in use, and rows without one that can be read. */
	ended: number;
	unreadable: number;
	/** Wards of the council that have a postcode. */
	wards: Set<string>;
	/** As the file's name has it: "May 2026". Null where it has none. */
	vintage: string | null;
}

/** The largest file taken, in bytes. The one of the largest postcode area is well below it; that of the whole UK is not. */
const MAX_BYTES = 300 * 1024 * 1024;
/** By how many rows the columns are told. */
const SAMPLE = 500;
/** No row of these files is longer, in characters. */
const MAX_ROW = 100_000;
/** Of England, Wales, Scotland and Northern Ireland (ONS Code History Database). */
const WARD_CODE = /^(E05|W05|S13|N08)\d{6}$/;
/** What ONS calls the column of wards of today, where several columns hold ward codes. */
const WARD_COLUMN = /^(osward|ward|wd\d*cd|wd\d*)$/i;

const CHOOSE_CSV = 'Unpack the download and choose the CSV file of your postcode area.';

/**
 * Reads a file.
 * @param wards codes of the council's wards
 * @param onRead hears how many bytes were read
 * @throws PostcodeFileError with a sentence that says what is wrong and what to do
 */
export async function readPostcodeFile(
	file: File,
	wards: ReadonlySet<string>,
	onRead: (bytes: number) => void
): Promise<PostcodeFile> {
	if (file.size > MAX_BYTES)
		throw new PostcodeFileError(`The file is larger than 300 MB. ${CHOOSE_CSV}`);
	const reading = new Reading(wards);
	for await (const rows of piecesOf(file, onRead)) reading.take(rows);
	return reading.finish(file.name);
}

/** The rows of a file, as many at a time as a piece of it brings. */
async function* piecesOf(file: File, onRead: (bytes: number) => void): AsyncGenerator<string[][]> {
	const reader = file.stream().getReader();
	const decoder = new TextDecoder();
	let text = '';
	for (let bytes = 0; ;) {
		const { done, value } = await reader.read();
		text += value ? decoder.decode(value, { stream: true }) : decoder.decode();
		const end = done ? text.length : text.lastIndexOf('\n') + 1;
		if (bytes === 0 && text.startsWith('PK'))
			throw new PostcodeFileError(`This is a ZIP file. ${CHOOSE_CSV}`);
		if (end === 0 && text.length > MAX_ROW)
			throw new PostcodeFileError(`This is not a CSV file. ${CHOOSE_CSV}`);
		// No field of these files has a line break in it.
		yield csvParseRows(text.slice(0, end));
		if (done) return;
		text = text.slice(end);
		onRead((bytes += value.byteLength));
	}
}

interface Columns {
	count: number;
	postcode: number;
	ward: number;
	/** When a postcode went out of use; -1 where the file has no such column. */
	ended: number;
}

class Reading {
	readonly #wards: ReadonlySet<string>;
	#columns: Columns | undefined;
	/** What the columns are told by. */
	#first: string[][] = [];
	/** Rows taken, the heading among them. */
	#rows = 1;
	#ended = 0;
	#unreadable = 0;
	/** Sector -> unit -> ward ('' outside) -> rows. */
	readonly #found = new Map<string, Map<string, Map<string, number>>>();

	constructor(wards: ReadonlySet<string>) {
		this.#wards = wards;
	}

	/** Takes the next rows; the very first is the heading. */
	take(rows: string[][]): void {
		const filled = rows.filter((row) => row.length > 1 || row[0] !== '');
		if (this.#columns) for (const row of filled) this.#takeRow(row, this.#columns);
		else {
			this.#first = [...this.#first, ...filled];
			if (this.#first.length > SAMPLE) this.#begin();
		}
	}

	#begin(): void {
		const [heading, ...rows] = this.#first;
		if (!heading) throw new PostcodeFileError('The file is empty. Download it again.');
		this.#columns = columnsOf(heading, rows.slice(0, SAMPLE), this.#wards);
		for (const row of rows) this.#takeRow(row, this.#columns);
	}

	#takeRow(row: string[], { count, postcode: at, ward, ended }: Columns): void {
		this.#rows++;
		if (row.length !== count)
			throw new PostcodeFileError(
				`Row ${this.#rows.toLocaleString('en-GB')} of the file is not whole, so the file is damaged or was cut short. Download it again.`
			);
		if (row[ended]) return void this.#ended++;
		const postcode = readPostcode(row[at] ?? '');
		if (!postcode) return void this.#unreadable++;
		const code = row[ward] ?? '';
		const units = entry(this.#found, postcode.sector, () => new Map<string, Map<string, number>>());
		const places = entry(units, postcode.unit, () => new Map<string, number>());
		const own = this.#wards.has(code) ? code : '';
		places.set(own, (places.get(own) ?? 0) + 1);
	}

	finish(name: string): PostcodeFile {
		if (!this.#columns) this.#begin();
		const file: PostcodeFile = {
			sectors: new Map(),
			inside: 0,
			outside: 0,
			straddling: 0,
			ended: this.#ended,
			unreadable: this.#unreadable,
			wards: new Set(),
			vintage: vintageOf(name)
		};
		for (const [sector, units] of this.#found) file.sectors.set(sector, settle(units, file));
		if (file.inside === 0)
			throw new PostcodeFileError(
				`None of the ${file.outside.toLocaleString('en-GB')} postcodes in the file is in a ward of your council. Choose the file of your postcode area, made when your wards were as they are now.`
			);
		keepAreas(file.sectors);
		return file;
	}
}

/** Which ward each unit of a sector goes with; counts them in the file's figures. */
function settle(
	units: ReadonlyMap<string, ReadonlyMap<string, number>>,
	file: PostcodeFile
): Record<string, string> {
	const settled: Record<string, string> = {};
	for (const [unit, places] of units) {
		const [[ward] = ['']] = [...places].sort(([, a], [, b]) => b - a);
		settled[unit] = ward;
		if (ward === '') file.outside++;
		else {
			file.inside++;
			file.wards.add(ward);
			if (places.size > 1) file.straddling++;
		}
	}
	return Object.values(settled).some(Boolean) ? settled : {};
}

/** Drops sectors of postcode areas that the council has no part in. */
function keepAreas(sectors: Map<string, Record<string, string>>): void {
	const areaOf = (sector: string) => /^[A-Z]+/.exec(sector)?.[0];
	const isInside = (units: object) => Object.keys(units).length > 0;
	const own = new Set(
		[...sectors].flatMap(([sector, units]) => (isInside(units) ? areaOf(sector) : []))
	);
	for (const sector of sectors.keys()) if (!own.has(areaOf(sector))) sectors.delete(sector);
}

/** Which columns hold what, told by the heading and the first rows. */
function columnsOf(
	heading: readonly string[],
	rows: readonly string[][],
	wards: ReadonlySet<string>
): Columns {
	const names = heading.map((name) => name.trim());
	const shareOf = (column: number, holds: (value: string) => boolean) => {
		const values = rows.flatMap((row) => row[column] || []);
		return values.length === 0 ? 0 : values.filter(holds).length / values.length;
	};
	const indexes = names.map((_, column) => column);
	const postcode = indexes.find(
		(column) => shareOf(column, (value) => readPostcode(value) !== null) > 0.9
	);
	if (postcode === undefined)
		throw new PostcodeFileError(
			`There is no column of postcodes in this file. ${CHOOSE_CSV} It comes with the ONS Postcode Directory.`
		);
	const ofWards = indexes.filter(
		(column) => shareOf(column, (value) => WARD_CODE.test(value)) > 0.5
	);
	const [ward] = ofWards.toSorted(
		(a, b) =>
			shareOf(b, (value) => wards.has(value)) - shareOf(a, (value) => wards.has(value)) ||
			Number(WARD_COLUMN.test(names[b] ?? '')) - Number(WARD_COLUMN.test(names[a] ?? ''))
	);
	if (ward === undefined)
		throw new PostcodeFileError(
			'There is no column of ward codes, such as E05013097, in this file. Choose the ONS Postcode Directory.'
		);
	const ended = names.findIndex((name) => /^doterm$/i.test(name));
	return { count: names.length, postcode, ward, ended };
}

const MONTHS =
	'January February March April May June July August September October November December';

/** "ONSPD_MAY_2026_UK_OX.csv" -> "May 2026". */
function vintageOf(name: string): string | null {
	const [, letters = '', year] = /([a-z]{3,9})[-_ ]?(20\d\d)/i.exec(name) ?? [];
	const month = MONTHS.split(' ').find((month) =>
		month.toLowerCase().startsWith(letters.toLowerCase())
	);
	return month && year ? `${month} ${year}` : null;
}

/** What a map has under a key, made where it has nothing. */
function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
	const found = map.get(key) ?? make();
	map.set(key, found);
	return found;
}
