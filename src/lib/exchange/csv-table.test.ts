import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from './csv';
import { CsvTableError, MOST_ROWS, readCsvTable } from './csv-table';

describe('readCsvTable', () => {
	it.each([
		['commas', '\uFEFFName,Ward\r\n"Choir, the",Leys\r\n'],
		['semicolons', 'Name;Ward\n"Choir, the";Leys\n\n;\n'],
		['tabs', 'Name\tWard\n Choir, the \tLeys']
	])('reads %s', (_, file) => {
		expect(readCsvTable(file)).toEqual({
			headings: ['Name', 'Ward'],
			rows: [['Choir, the', 'Leys']]
		});
	});

	it('gives every line as many cells as there are headings', () => {
		expect(readCsvTable('a,b\n1\n1,2,3').rows).toEqual([
			['1', ''],
			['1', '2']
		]);
	});

	it('reads back what our own files hold', () => {
		const cell = fc.string({ minLength: 1 }).map((text) => `x${text.trim()}`);
		fc.assert(
			fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 }), (rows) => {
				const file = csvOf([['Name', 'Note'], ...rows]);
				expect(readCsvTable(file).rows).toEqual(rows.map((row) => row.map((text) => text.trim())));
			})
		);
		expect(readCsvTable(csvOf([['Name'], ['=sum(A1)']])).rows).toEqual([['=sum(A1)']]);
	});

	it.each([
		['', 'The file is empty.'],
		['Name,Ward\n', 'The file has no lines under its headings.'],
		['PK\u0003\u0004', 'This is not a CSV file.'],
		[`Name\n${'a\n'.repeat(MOST_ROWS + 1)}`, 'The file has 2,001 lines.']
	])('says what is wrong with %j', (file, sentence) => {
		expect(() => readCsvTable(file)).toThrow(CsvTableError);
		expect(() => readCsvTable(file)).toThrow(sentence);
	});
});
