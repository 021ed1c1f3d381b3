import { describe, expect, it } from 'vitest';
import { PostcodeFileError, readPostcodeFile } from './postcode-file';

const LEYS = 'E05013097';
const COWLEY = 'E05013100';
const KIDLINGTON = 'E05011395';
const wards = new Set([LEYS, COWLEY]);

const file = (lines: readonly string[], name = 'ONSPD_MAY_2026_UK_OX.csv') =>
	new File([lines.map((line) => `${line}\r\n`).join('')], name);
const read = (lines: readonly string[], name?: string) =>
	readPostcodeFile(file(lines, name), wards, () => undefined);

/** As the Postcode Directory has it: three ways to write a postcode, other codes beside the ward's. */
const ONSPD = 'pcd,pcd2,pcds,dointr,doterm,oscty,ced,oslaua,osward,parish';
const onspd = (postcode: string, ward: string, ended = '') => {
	const bare = postcode.replace(' ', '');
	const padded = `${bare.slice(0, -3).padEnd(4)}${bare.slice(-3)}`;
	return `"${padded}","${padded}","${postcode}","198001","${ended}","E10000025","E58001234","E07000178","${ward}","E99999999"`;
};

describe('a file of the Postcode Directory', () => {
	it('gives sectors with the wards of their postcodes, and says what it left out', async () => {
		const found = await read([
			ONSPD,
			onspd('OX4 6JD', LEYS),
			onspd('OX4 6JE', LEYS),
			onspd('OX4 6AA', KIDLINGTON),
			onspd('OX4 3AB', COWLEY),
			onspd('OX4 6ZZ', LEYS, '200106'),
			onspd('OX5 1AB', KIDLINGTON),
			onspd('SN7 8AB', KIDLINGTON)
		]);
		expect(Object.fromEntries(found.sectors)).toEqual({
			'OX4 6': { JD: LEYS, JE: LEYS, AA: '' },
			'OX4 3': { AB: COWLEY },
			'OX5 1': {}
		});
		expect(found).toMatchObject({
			inside: 3,
			outside: 3,
			straddling: 0,
			ended: 1,
			unreadable: 0,
			wards,
			vintage: 'May 2026'
		});
	});

	it('may be read in any pieces, and says how far it has come', async () => {
		const whole = file([ONSPD, onspd('OX4 6JD', LEYS), onspd('OX4 3AB', COWLEY)]);
		const bytes = new Uint8Array(await whole.arrayBuffer());
		// Within the heading, at its end, within a row, before the last sign.
		for (const size of [10, ONSPD.length + 2, 140, bytes.length - 1]) {
			const heard: number[] = [];
			const inPieces = Object.assign(whole, {
				stream: () =>
					new ReadableStream<Uint8Array<ArrayBuffer>>({
						start(controller) {
							controller.enqueue(bytes.slice(0, size));
							controller.enqueue(bytes.slice(size));
							controller.close();
						}
					})
			});
			const { inside } = await readPostcodeFile(inPieces, wards, (read) => heard.push(read));
			expect(inside).toBe(2);
			expect(heard).toEqual([size, whole.size]);
		}
	});
});

it.each([
	['NSPL', 'pcd7,pcd8,pcds,doterm,wd25cd', (p: string, w: string) => `${p},${p},${p},,${w}`],
	['newer ONSPD', 'pcds,doterm,lad25cd,wd25cd', (p: string, w: string) => `${p},,E07000178,${w}`],
	[
		'a list of one’s own',
		'Ward code,Postcode',
		(p: string, w: string) => `${w},${p.toLowerCase()}`
	],
	[
		'two years of wards',
		'pcds,wd11cd,osward',
		(p: string, w: string) => `${p},${w === LEYS ? 'E05006550' : 'E05006551'},${w}`
	]
])('tells the columns of %s by what is in them', async (_, heading, row) => {
	const { sectors } = await read([heading, row('OX4 6JD', LEYS), row('OX4 3AB', COWLEY)]);
	expect(Object.fromEntries(sectors)).toEqual({ 'OX4 6': { JD: LEYS }, 'OX4 3': { AB: COWLEY } });
});

it('puts a postcode where most of its addresses are, in a file of addresses', async () => {
	const found = await read([
		'UPRN,PCDS,WD25CD',
		`1,OX4 6JD,${COWLEY}`,
		`2,OX4 6JD,${LEYS}`,
		`3,OX4 6JD,${LEYS}`,
		`4,OX4 3AB,${COWLEY}`
	]);
	expect(found.sectors.get('OX4 6')).toEqual({ JD: LEYS });
	expect(found).toMatchObject({ inside: 2, straddling: 1 });
});

it('leaves out rows whose postcode cannot be read', async () => {
	const rows = Array.from({ length: 20 }, (_, i) => onspd(`OX4 ${i % 10}AB`, LEYS));
	expect((await read([ONSPD, ...rows, onspd('NPT 9AA', LEYS)])).unreadable).toBe(1);
});

describe('a file that cannot be used', () => {
	it.each([
		['is empty', [], /^The file is empty\./],
		['has no postcodes', ['a,b', '1,2'], /^There is no column of postcodes/],
		['has no wards', ['pcds,lad', 'OX4 6JD,E07000178'], /^There is no column of ward codes/],
		[
			'is of somewhere else',
			['pcds,ward', `OX5 1AB,${KIDLINGTON}`],
			/^None of the 1 postcodes in the file is in a ward of your council\./
		],
		[
			'was cut short',
			['pcds,x,ward', `OX4 6JD,1,${LEYS}`, `OX4 6JE,1,${LEYS}`, 'OX4 6JF,'],
			/^Row 4 of the file is not whole/
		],
		['is packed', ['PK\u0003\u0004'], /^This is a ZIP file\./],
		['is something else', ['x'.repeat(200_000)], /^There is no column of postcodes/]
	])('%s', async (_, lines, sentence) => {
		const reading = read(lines);
		await expect(reading).rejects.toBeInstanceOf(PostcodeFileError);
		await expect(reading).rejects.toThrow(sentence);
	});

	it('has no lines at all', async () => {
		const endless = new File(['x'.repeat(400_000)], 'film.mp4');
		await expect(readPostcodeFile(endless, wards, () => undefined)).rejects.toThrow(
			/^This is not a CSV file\.|^There is no column of postcodes/
		);
	});
});

it.each([
	['NSPL_AUG_2025_UK.csv', 'August 2025'],
	['ONSPD_February2026.csv', 'February 2026'],
	['postcodes.csv', null]
])('reads when %s was made from its name', async (name, vintage) => {
	expect((await read(['pcds,ward', `OX4 6JD,${LEYS}`], name)).vintage).toBe(vintage);
});
