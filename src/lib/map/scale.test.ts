import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresOf, fillOf, legendOf, stepsFor, type WardValue } from './scale';

const shown = (value: number | null): WardValue => ({
	code: String(value),
	value,
	label: '',
	suppressed: false
});
const hidden: WardValue = { code: 'h', value: null, label: '', suppressed: true };

describe('stepsFor', () => {
	it('finds round bounds with about as many wards between them', () => {
		const values = [0, 5, 6, 8, 11, 12, 14, 17, 22, 26, 31, 48, 64, 130, 240].map(shown);
		expect(stepsFor(values)).toEqual([5, 8, 10, 25, 60]);
	});

	it('needs fewer classes for fewer figures', () => {
		expect(stepsFor([shown(0), shown(null), hidden])).toEqual([]);
		expect(stepsFor([shown(3), shown(3), shown(0)])).toEqual([3]);
		expect(stepsFor([1, 2, 3].map(shown))).toEqual([1, 2, 3]);
	});

	it('always ascends, and takes in every figure above zero', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(100_000)), (figures) => {
				const steps = stepsFor(figures.map(shown));
				expect(steps.length).toBeLessThanOrEqual(5);
				expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
				const least = Math.min(...figures.filter((figure) => figure > 0));
				if (steps[0] !== undefined) expect(steps[0]).toBeLessThanOrEqual(least);
			})
		);
	});
});

it('finds bounds between whole numbers too, and says where a class ends', () => {
	const values = [0.37, 1.2, 2.6, 4.4, 6.1].map(shown);
	const steps = stepsFor(values);
	expect(steps).toEqual([0.35, 1, 2.5, 4, 6]);
	const format = (figure: number) => `£${figure}`;
	const words = legendOf(values, { title: '', steps, format, continuous: true });
	expect(words.map(({ words }) => words)).toEqual([
		'£0.35 to under £1',
		'£1 to under £2.5',
		'£2.5 to under £4',
		'£4 to under £6',
		'£6 or more'
	]);
	expect(figuresOf(values[1], format)).toEqual(['£1.2']);
});

describe('fillOf', () => {
	it('tells nothing, zero, hidden and missing apart', () => {
		expect(fillOf(hidden, [1])).toBe('hidden');
		expect(fillOf(shown(0), [1])).toBe('zero');
		expect(fillOf(shown(null), [1])).toBe('none');
		expect(fillOf(undefined, [1])).toBe('none');
	});

	it('is darker from step to step', () => {
		const fills = [5, 9, 10, 19, 20, 29, 30, 59, 60, 900].map((figure) =>
			fillOf(shown(figure), [5, 10, 20, 30, 60])
		);
		expect(fills).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
	});

	it('draws few classes far apart', () => {
		expect([1, 9].map((figure) => fillOf(shown(figure), [1, 5]))).toEqual([1, 5]);
		expect(fillOf(shown(4), [4])).toBe(3);
	});
});

describe('figuresOf', () => {
	it('writes a figure, a hidden figure and a missing one', () => {
		expect(figuresOf(shown(1240))).toEqual(['1,240']);
		expect(figuresOf(hidden)).toEqual(['held back', '*']);
		expect(figuresOf(undefined)).toEqual(['–']);
	});
});

describe('legendOf', () => {
	const values = [0, 5, 7, 12, 1500].map(shown);
	const scale = { title: 'Contacts', steps: [5, 6, 10, 1000], zero: 'No contact' };

	it('says every class in words and counts its wards', () => {
		expect(legendOf(values, scale)).toEqual([
			{ fill: 'zero', words: 'No contact', wards: 1 },
			{ fill: 1, words: '5', wards: 1 },
			{ fill: 2, words: '6 to 9', wards: 1 },
			{ fill: 4, words: '10 to 999', wards: 1 },
			{ fill: 5, words: '1,000 or more', wards: 1 }
		]);
	});

	it('names hidden and missing figures only where there are any', () => {
		const words = legendOf([hidden, shown(null)], scale).map((entry) => entry.words);
		expect(words).toContain('Held back, to protect people');
		expect(words).toContain('No figure');
		expect(words).not.toContain('No contact');
	});

	it('accounts for every ward', () => {
		fc.assert(
			fc.property(fc.array(fc.option(fc.nat(500))), (figures) => {
				const all = [...figures.map(shown), hidden];
				const entries = legendOf(all, { title: '', steps: stepsFor(all) });
				expect(entries.reduce((sum, { wards }) => sum + wards, 0)).toBe(all.length);
			})
		);
	});
});
