import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { postcodeInWords, readPostcode, wardOfPostcode } from './postcode';

describe('reading a postcode', () => {
	it.each([
		['ox46jd', 'OX4 6JD'],
		[' Ox4 6Jd ', 'OX4 6JD'],
		['OX4-6JD', 'OX4 6JD'],
		['OX4  6JD.', 'OX4 6JD'],
		['ox4 6jd', 'OX4 6JD'],
		// A form each, as Royal Mail lists them.
		['M11AE', 'M1 1AE'],
		['b338th', 'B33 8TH'],
		['cr26xh', 'CR2 6XH'],
		['dn551pt', 'DN55 1PT'],
		['w1a1hq', 'W1A 1HQ'],
		['ec1a1bb', 'EC1A 1BB']
	])('takes %s', (text, full) => {
		expect(readPostcode(text)?.full).toBe(full);
	});

	it.each([
		'',
		'OX4',
		'OX4 6',
		'OX4 6J',
		'OX4 6JDD',
		'OX444 6JD',
		'4OX 6JD',
		'OX4 JD6',
		'OX4 6CD',
		'QX4 6JD',
		'OZ4 6JD',
		'OX4O 6JD',
		'OX4 6JD OX4 6JE',
		'GIR 0AA',
		'Leys Community Centre'
	])('refuses %j', (text) => {
		expect(readPostcode(text)).toBeNull();
	});

	it('has a sector and a unit', () => {
		expect(readPostcode('OX33 1TF')).toEqual({ full: 'OX33 1TF', sector: 'OX33 1', unit: 'TF' });
	});

	it('reads what it has written, and never throws', () => {
		fc.assert(
			fc.property(
				fc.oneof(fc.string(), fc.stringMatching(/^[A-Za-z]{1,2}[0-9]{1,2}[ -]?[0-9][A-Za-z]{2}$/)),
				(text) => {
					const read = readPostcode(text);
					if (read) expect(readPostcode(read.full)).toEqual(read);
				}
			)
		);
	});
});

describe('the ward of a postcode', () => {
	const postcode = readPostcode('OX4 6JD') ?? { full: '', sector: '', unit: '' };
	const units = { JD: 'E05013097', JE: '' };
	const other = readPostcode('OX4 6JE') ?? postcode;
	const unheard = readPostcode('OX4 6ZZ') ?? postcode;

	it('is that of the look-up', () => {
		const answer = wardOfPostcode(postcode, { units }, true);
		expect(answer).toEqual({ kind: 'ward', wardCode: 'E05013097' });
		expect(postcodeInWords(postcode, answer, 'Blackbird Leys')).toBe(
			'OX4 6JD is in Blackbird Leys.'
		);
		expect(postcodeInWords(postcode, answer, undefined)).toMatch(/not on this device/);
	});

	it.each([
		['outside', other, { units }, true, /^OX4 6JE lies outside the council\./],
		['outside', unheard, { units: {} }, true, /^OX4 6ZZ lies outside/],
		['unknown', unheard, { units }, true, /^OX4 6ZZ is not in the look-up\./],
		['unknown', postcode, undefined, true, /is not in the look-up/],
		[
			'none',
			postcode,
			undefined,
			false,
			/^No postcodes have been imported yet\. Ask your administrator/
		]
	])('is %s', (kind, asked, sector, hasLookUp, sentence) => {
		const answer = wardOfPostcode(asked, sector, hasLookUp);
		expect(answer).toEqual({ kind });
		expect(postcodeInWords(asked, answer, undefined)).toMatch(sentence);
	});
});
