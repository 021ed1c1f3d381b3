import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PostcodeFile } from '$lib/exchange/postcode-file';
import { sampleRow } from '$lib/records/sample-rows';
import { Store } from '$lib/store/store';
import { importPostcodes, planImport } from './import-postcodes';

const LEYS = 'E05013097';
const COWLEY = 'E05013100';

const file = (sectors: Record<string, Record<string, string>>): PostcodeFile => ({
	sectors: new Map(Object.entries(sectors)),
	inside: 1,
	outside: 0,
	straddling: 0,
	ended: 0,
	unreadable: 0,
	wards: new Set([LEYS]),
	vintage: 'May 2026'
});
const row = (sector: string, units: Record<string, string>, vintage = 'May 2026') =>
	sampleRow('postcode_sectors', { sector, units, vintage });

describe('an import of postcodes', () => {
	it('makes what is new, changes what differs, and leaves alone what the file does not have', () => {
		const same = row('OX4 1', { AB: LEYS, AD: '' });
		const moved = row('OX4 2', { AB: LEYS });
		const grown = row('OX4 3', { AB: LEYS });
		const older = row('OX4 4', { AB: LEYS }, 'February 2026');
		const gone = row('OX4 5', { AB: LEYS });
		const plan = planImport(
			file({
				'OX4 1': { AD: '', AB: LEYS },
				'OX4 2': { AB: COWLEY },
				'OX4 3': { AB: LEYS, AD: LEYS },
				'OX4 4': { AB: LEYS },
				'OX4 6': { JD: LEYS }
			}),
			[same, moved, grown, older, gone],
			[sampleRow('areas', { code: LEYS }), sampleRow('areas', { code: COWLEY })]
		);
		expect(plan.made).toEqual([{ sector: 'OX4 6', units: { JD: LEYS } }]);
		expect(plan.changed.map(({ row }) => row)).toEqual([moved, grown, older]);
		expect(plan.missing).toEqual([gone]);
		expect(plan.bareWards.map(({ code }) => code)).toEqual([COWLEY]);
	});
});

describe('saving one', () => {
	let store: Store;
	beforeEach(() => {
		store = new Store(crypto.randomUUID());
	});
	afterEach(() => store.close());

	const council = crypto.randomUUID();
	const rows = () => store.records('postcode_sectors').all();
	const bringIn = async (sectors: Record<string, Record<string, string>>) =>
		importPostcodes(store, council, planImport(file(sectors), await rows(), []));

	it('has each sector once, however often a file is brought in', async () => {
		await bringIn({ 'OX4 6': { JD: LEYS }, 'OX4 3': { AB: COWLEY } });
		await bringIn({ 'OX4 6': { JD: LEYS, JE: '' } });
		expect((await rows()).map(({ sector, units }) => [sector, units])).toEqual(
			expect.arrayContaining([
				['OX4 6', { JD: LEYS, JE: '' }],
				['OX4 3', { AB: COWLEY }]
			])
		);
		expect(await rows()).toHaveLength(2);
	});
});
