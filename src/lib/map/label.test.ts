import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitLabel, nameForms, textWidth, type Box, type LabelText } from './label';

const text = (name: string, figures: string[]): LabelText => ({
	name,
	figures,
	nameSize: 10,
	figureSize: 14,
	leastLetters: 3
});
const noWiderThan =
	(width: number) =>
	(box: Box): boolean =>
		box.width <= width;

function written(name: string, figures: string[], width: number, taken = new Set<string>()) {
	return fitLabel(text(name, figures), noWiderThan(width), taken).map((line) => line.text);
}

describe('nameForms', () => {
	it('shortens a name step by step', () => {
		expect(nameForms('Rose Hill & Iffley', 3)).toEqual([
			['Rose Hill & Iffley'],
			['Rose Hill', '& Iffley'],
			['Rose Hill'],
			['Rose', 'Hill'],
			['RH'],
			[]
		]);
	});

	it('cuts words after a consonant, and not to save a single letter', () => {
		const forms = nameForms('Northfield Brook', 4).map((lines) => lines.join(' '));
		expect(forms).toEqual([
			'Northfield Brook',
			'Northfield Brook',
			'Northf. Brook',
			'Northf. Brook',
			'North. Brook',
			'North. Brook',
			'Nort. Brook',
			'Nort. Brook',
			''
		]);
	});

	it('reads "and" as "&"', () => {
		expect(nameForms('Barton and Sandhills', 3)[0]).toEqual(['Barton & Sandhills']);
		expect(nameForms('Sandhills', 3)[0]).toEqual(['Sandhills']);
	});
});

describe('fitLabel', () => {
	it('writes as much of the name as fits, and always the figure', () => {
		expect(written('Blackbird Leys', ['12'], 200)).toEqual(['Blackbird Leys', '12']);
		expect(written('Blackbird Leys', ['12'], 60)).toEqual(['Blackbird', 'Leys', '12']);
		expect(written('Blackbird Leys', ['12'], 41)).toEqual(['Blackb.', 'Leys', '12']);
		expect(written('Blackbird Leys', ['12'], 22)).toEqual(['BL', '12']);
		expect(written('Marston', ['12'], 21)).toEqual(['12']);
		expect(written('Marston', ['12'], 5)).toEqual([]);
	});

	it('shortens the figure before it gives up on the name', () => {
		expect(written('Cowley', ['held back', '*'], 100)).toEqual(['Cowley', 'held back']);
		expect(written('Cowley', ['held back', '*'], 42)).toEqual(['Cowley', '*']);
	});

	it('never writes the same short name twice', () => {
		const taken = new Set<string>();
		expect(written('Headington Hill', ['1'], 20, taken)[0]).toBe('HH');
		expect(written('Hinksey Hill', ['1'], 20, taken)).toEqual(['1']);
	});

	it('sets lines under each other without overlap, the block in the middle', () => {
		fc.assert(
			fc.property(
				fc.string(),
				fc.nat(99_999),
				fc.integer({ min: 20, max: 300 }),
				(name, n, width) => {
					const lines = fitLabel(text(name, [String(n)]), noWiderThan(width), new Set());
					for (const [index, { box }] of lines.entries()) {
						expect(box.width).toBeLessThanOrEqual(width);
						expect(box.top).toBeGreaterThanOrEqual(lines[index - 1]?.box.bottom ?? -Infinity);
					}
					const [first, last] = [lines[0], lines.at(-1)];
					if (first && last) expect(Math.abs(first.box.top + last.box.bottom)).toBeLessThan(3);
				}
			)
		);
	});
});

describe('textWidth', () => {
	it('is wider for wide letters', () => {
		expect(textWidth('mmm')).toBeGreaterThan(textWidth('ooo'));
		expect(textWidth('ooo')).toBeGreaterThan(textWidth('iii'));
		expect(textWidth('')).toBe(0);
	});
});
