import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runScript, startServer, type TestServer } from '../support/server';
import { makeCouncil } from './council';

/** A square of 0.01 degrees as the Office for National Statistics would publish a ward. */
function ward(code: string, name: string, west: number, council = 'E07000178'): object {
	const [south, east, north] = [51.75, west + 0.01, 51.76];
	const ring = [
		[west, south],
		[east, south],
		[east, north],
		[west, north],
		[west, south]
	];
	return {
		type: 'Feature',
		properties: { WD21CD: code, WD21NM: name, LAD21CD: council },
		geometry: { type: 'Polygon', coordinates: [ring] }
	};
}

const leys = ward('E05013097', 'Blackbird Leys', -1.2);
const brook = ward('E05013110', 'Northfield Brook', -1.19);
const littlemore = ward('E05013107', 'Littlemore', -1.22);
const elsewhere = ward('E05009999', 'Abbey', -0.1, 'E09000002');

describe('npm run areas:import', () => {
	let server: TestServer;
	let sql: Sql;
	let folder: string;

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'common-ground-areas-'));
		server = await startServer();
		sql = postgres(server.dbUrl, { max: 1 });
	});
	afterAll(async () => {
		await sql.end();
		await server.stop();
		await rm(folder, { recursive: true });
	});

	async function writeWards(name: string, features: object[]): Promise<string> {
		const file = join(folder, name);
		await writeFile(file, JSON.stringify({ type: 'FeatureCollection', features }));
		return file;
	}

	function run(...args: string[]) {
		return runScript('import-areas', server.dataDir, ...args);
	}

	it('says what is missing, in one sentence each', async () => {
		const file = await writeWards('wards.geojson', [leys]);
		const corrupt = join(folder, 'corrupt.geojson');
		await writeFile(corrupt, '{"type": "FeatureColl');
		const huge = join(folder, 'huge.geojson');
		await writeFile(huge, '');
		await truncate(huge, 3 * 1024 ** 3);

		expect(await run()).toMatchObject({ code: 1, err: expect.stringMatching(/^Say which file/) });
		expect(await run(join(folder, 'none.geojson'))).toMatchObject({
			code: 1,
			err: `There is no file ${folder}/none.geojson.\n`
		});
		expect(await run(corrupt)).toMatchObject({
			code: 1,
			err: expect.stringMatching(/^The file cannot be read: .*\n$/)
		});
		expect(await run(huge)).toMatchObject({
			code: 1,
			err: expect.stringMatching(/^The file is larger than 20 MB.*\n$/)
		});
		expect(await runScript('import-areas', folder, file)).toMatchObject({
			code: 1,
			err: expect.stringMatching(/^Common Ground is not running on the folder .*\n$/)
		});
		expect(await run(file)).toMatchObject({
			code: 1,
			err: expect.stringMatching(/^There is no council yet\..*\n$/)
		});
	});

	it('gives a council without wards the wards of the file that are its own', async () => {
		await makeCouncil(server);
		const { code, out } = await run(await writeWards('all.geojson', [leys, brook, elsewhere]));
		expect(out).toBe(
			'Oxford City Council: boundaries are in place for 2 wards (December 2021).\n' +
				'New, because the council had no wards: Blackbird Leys, Northfield Brook.\n' +
				'Wards of other councils in the file, left alone: 1.\n'
		);
		expect(code).toBe(0);
		const rows = await sql`select code, vintage, boundary_vintage, hex_q, hex_r,
			boundary ->> 'type' as shape, latitude between 51.75 and 51.76 as inside from areas order by code`;
		expect(rows).toMatchObject([
			{ code: 'E05013097', vintage: 'December 2021', shape: 'Polygon', inside: true },
			{ code: 'E05013110', boundary_vintage: 'December 2021', shape: 'Polygon', inside: true }
		]);
		expect(new Set(rows.map(({ hex_q, hex_r }) => `${hex_q},${hex_r}`)).size).toBe(2);
	});

	it('changes nothing the second time', async () => {
		const versions = () => sql`select code, row_version, xid::text from areas order by code`;
		const before = await versions();
		expect((await run(join(folder, 'all.geojson'))).code).toBe(0);
		expect(await versions()).toEqual(before);
	});

	it('matches by code from then on, and says what it did not find', async () => {
		const { code, out } = await run(await writeWards('other.geojson', [brook, littlemore]));
		expect(out).toBe(
			'Oxford City Council: boundaries are in place for 1 ward (December 2021).\n' +
				'Not in the file: Blackbird Leys.\n' +
				'Wards of other councils in the file, left alone: 1.\n'
		);
		expect(code).toBe(0);
	});

	it('asks which council, where there are several', async () => {
		await sql`insert into councils (id, council_id, code, name)
			select id, id, 'E09000002', 'Barking' from gen_random_uuid() as id`;
		const file = join(folder, 'all.geojson');
		expect((await run(file)).err).toMatch(
			/^Say which council.* E09000002 \(Barking\), E07000178 \(Oxford City Council\)\.\n$/
		);
		expect((await run(file, '--council', 'E06000001')).err).toMatch(
			/^There is no council E06000001/
		);
		const { out } = await run(file, '--council', 'E09000002');
		expect(out).toContain('New, because the council had no wards: Abbey.');
	});
});
