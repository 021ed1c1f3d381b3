import { csvParseRows } from 'd3-dsv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf, type Cell } from './csv';

describe('a CSV file', () => {
	it('is one that Excel reads as UTF-8, with its line ends and quotes', () => {
		expect(
			csvOf([
				['Ward', 'Heard', 'People'],
				['Leys', 'Said “so”, twice', 6],
				['a "b"', 'c\nd', null]
			])
		).toBe('\uFEFFWard,Heard,People\r\nLeys,"Said “so”, twice",6\r\n"a ""b""","c\nd",\r\n');
	});

	it.each(['=1+1', '+44 1865', '-1', '@SUM(A1)', '\tx', '\rx', '\n=1+1'])(
		'runs no formula: %j',
		(text) => {
			expect(read(csvOf([[text]]))).toEqual([[`'${text}`]]);
		}
	);

	it('keeps numbers as numbers', () => {
		expect(csvOf([[-1, 0.5]])).toBe('\uFEFF-1,0.5\r\n');
	});

	it('gives back what was written, and no cell that begins like a formula', () => {
		const text = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.stringMatching(/^[=+\-@\t\r\n"',;]{0,3}[a-z"', \r\n]{0,5}$/)
		);
		const cell: fc.Arbitrary<Cell> = fc.oneof(text, fc.double({ noNaN: true }), fc.constant(null));
		// A row of one empty cell is an empty line, which is no row.
		const row = fc.array(cell, { minLength: 2, maxLength: 4 });
		fc.assert(
			fc.property(fc.array(row, { minLength: 1 }), (rows) => {
				const found = read(csvOf(rows));
				expect(found.map((cells) => cells.length)).toEqual(rows.map((cells) => cells.length));
				rows.flat().forEach((cell, index) => {
					const came = found.flat()[index] ?? '';
					if (typeof cell === 'number') expect(Number(came) === cell).toBe(true);
					else {
						expect(came).not.toMatch(/^[=+\-@\t\r\n]/);
						expect(came === (cell ?? '') || came === `'${cell ?? ''}`).toBe(true);
					}
				});
			})
		);
	});
});

function read(file: string): string[][] {
	return csvParseRows(file.replace(/^\uFEFF/, ''));
}
