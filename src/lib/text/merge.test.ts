import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bothTexts, mergeText, piecesOf } from './merge';

const sentence = fc
	.tuple(fc.constantFrom('The bus', 'A ramp', 'Nobody', 'Rent', '3.5 %'), fc.nat(30))
	.chain(([who, number]) =>
		fc.constantFrom('.', '!', '?', '').map((stop) => `${who} is late ${number}${stop}`)
	);
const text = fc
	.array(fc.tuple(sentence, fc.constantFrom(' ', '\n', '\n\n', '  ')), { maxLength: 6 })
	.map((parts) => parts.flat().join(''));

describe('mergeText', () => {
	it('gives the other side where one changed nothing', () => {
		fc.assert(
			fc.property(text, text, (base, changed) => {
				expect(mergeText(base, base, changed)).toBe(changed);
				expect(mergeText(base, changed, base)).toBe(changed);
				expect(mergeText(base, changed, changed)).toBe(changed);
			})
		);
	});

	it('never loses a sentence that only one side added', () => {
		const addition = fc.record({ at: fc.nat(5), side: fc.constantFrom('mine', 'theirs') });
		fc.assert(
			fc.property(fc.array(sentence, { maxLength: 6 }), fc.array(addition), (base, additions) => {
				const added: string[] = [];
				const sides = { mine: [...base], theirs: [...base] };
				additions.forEach(({ at, side }, number) => {
					added.push(`Added ${number}, yes.`);
					sides[side as 'mine'].splice(at, 0, `Added ${number}, yes.`);
				});
				const merged = mergeText(base.join(' '), sides.mine.join(' '), sides.theirs.join(' '));
				for (const each of merged === null ? [] : added)
					expect(merged?.split(each)).toHaveLength(2);
			})
		);
	});

	it.each([
		['both add, at different ends', 'A. B.', 'X. A. B.', 'A. B. Y.', 'X. A. B. Y.'],
		['one adds where the other takes away', 'A. B. C.', 'A. C.', 'A. B. C. D.', 'A. C. D.'],
		['two sentences, one each', 'A. B.', 'A2. B.', 'A. B2.', 'A2. B2.'],
		['two lines, one each', 'A\nB', 'A2\nB', 'A\nB2', 'A2\nB2'],
		['one fills what was empty', '', 'Mine.', '', 'Mine.']
	])('merges: %s', (_, base, mine, theirs, merged) => {
		expect(mergeText(base, mine, theirs)).toBe(merged);
	});

	it.each([
		['the same sentence', 'A. B.', 'A2. B.', 'A3. B.'],
		['the same end', 'A.', 'A. Mine.', 'A. Theirs.'],
		['what was empty', '', 'Mine.', 'Theirs.'],
		['a sentence that the other took away', 'A. B. C.', 'A. B2. C.', 'A. C.']
	])('leaves it to a person where both changed %s', (_, base, mine, theirs) => {
		expect(mergeText(base, mine, theirs)).toBeNull();
	});
});

describe('bothTexts', () => {
	it.each([
		['the same end', 'A.', 'A. Mine.', 'A. Theirs.', 'A. Theirs. Mine.'],
		['the same sentence', 'A. B.', 'A2. B.', 'A3. B.', 'A3. A2. B.'],
		['what was empty', '', 'Mine.', 'Theirs.', 'Theirs. Mine.'],
		['a sentence that the other took away', 'A. B. C.', 'A. B2. C.', 'A. C.', 'A. B2. C.']
	])('holds what both wrote where both changed %s', (_, base, mine, theirs, both) => {
		expect(bothTexts(base, mine, theirs)).toBe(both);
	});

	it('is the merged text where there is one', () => {
		fc.assert(
			fc.property(text, text, text, (base, mine, theirs) => {
				const merged = mergeText(base, mine, theirs);
				if (merged !== null && mine !== theirs) expect(bothTexts(base, mine, theirs)).toBe(merged);
			})
		);
	});
});

describe('piecesOf', () => {
	it('marks the words that the other text has not', () => {
		expect(piecesOf('The lift is broken.', 'The lift was broken.')).toEqual([
			{ text: 'The lift ', differs: false },
			{ text: 'is', differs: true },
			{ text: ' broken.', differs: false }
		]);
		expect(piecesOf('', 'Anything')).toEqual([]);
	});

	it('gives the whole text back', () => {
		fc.assert(
			fc.property(text, text, (one, other) => {
				const pieces = piecesOf(one, other);
				expect(pieces.map((piece) => piece.text).join('')).toBe(one);
				expect(pieces.some(({ differs }) => differs) || other.length >= one.length).toBe(true);
			})
		);
	});
});
