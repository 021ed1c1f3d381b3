import { describe, expect, it } from 'vitest';
import { findPersonalData } from './find-personal-data';

/** What is seen, as "kind: text". */
function seen(text: string): string[] {
	return findPersonalData(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}

describe('findPersonalData', () => {
	it.each([
		['Ring 07700 900123 after six', 'phone: 07700 900123'],
		['her mobile 7700 900 123', 'phone: 7700 900 123'],
		['(07700) 900-123 is his', 'phone: (07700) 900-123'],
		['mum: +44 (0) 7700.900.123', 'phone: +44 (0) 7700.900.123'],
		['text my brother on 0048 601 700 625', 'phone: 0048 601 700 625'],
		['minutes to jane.smith@example.com', 'email: jane.smith@example.com'],
		['jane dot smith at gmail dot com', 'email: jane dot smith at gmail dot com'],
		['ni qq 12 34 56 c', 'ni_number: qq 12 34 56 c'],
		['NHS no 943 476 5919', 'nhs_number: 943 476 5919'],
		['dob 3rd March 1987', 'date_of_birth: 3rd March 1987'],
		['age 7 (12/3/2018)', 'date_of_birth: 12/3/2018'],
		['she lives at ox4 6jd', 'postcode: ox4 6jd'],
		['lives at 14 Elm Road with her cat', 'address: 14 Elm Road'],
		['Mr & Mrs O’Neill came', 'name: Mr & Mrs O’Neill'],
		['spoke to mrs khan', 'name: mrs khan']
	])('sees what is a resident’s: %s', (text, expected) => {
		expect(seen(text)).toEqual([expected]);
	});

	it.each([
		'999 in danger, else 101; helpline 0808 2000 247, council 0300 123 4567',
		'Reception at the community centre is 01865 960123',
		'enquiries@oxford.gov.uk and leysfoodbank@gmail.com',
		'NHS no 943 476 5918 fails the check',
		'Event on 12/3/2026, 10.30 - 12.30; school year 2025/26',
		'Everyone born after 1/9/2014',
		'Barton Neighbourhood Centre OX3 9LS',
		'Ward E05013097, ref 7700900123, £478,500, bus 5A, SP514062 a field',
		'NI and Scotland differ',
		'Dr Patel’s surgery, MS Society, Father Christmas, Mrs Beeton’s Café, don’t miss Eid',
		'Cllr Mrs Singh, Mr Davies, our MP, and the Lord Mayor, Mrs Clark',
		''
	])('lets be what is not: %s', (text) => {
		expect(seen(text)).toEqual([]);
	});

	it('gives places in the text as it was typed, in order', () => {
		const text = '👋 Mrs Khan — 07700–900123, dob 12/3/87';
		expect(findPersonalData(text)).toEqual([
			{ kind: 'name', start: 3, end: 11 },
			{ kind: 'phone', start: 14, end: 26 },
			{ kind: 'date_of_birth', start: 32, end: 39 }
		]);
	});

	it.each([
		'0',
		'0 ',
		'07700 ',
		'a',
		'a.',
		'a@',
		'a dot ',
		'a at ',
		' ',
		'mr ',
		'Mrs A ',
		'Mrs Khan ',
		'1 a ',
		'12 Aa ',
		'OX4 6JD ',
		'QQ12',
		'12/3/87 ',
		'born ',
		'dob ',
		'centre ',
		'+1',
		'(',
		"'",
		'\n'
	])('takes time in line with the length, whatever is typed: %j', (piece) => {
		const time = (length: number) => {
			const text = piece.repeat(Math.ceil(length / piece.length));
			const began = performance.now();
			findPersonalData(text);
			return performance.now() - began;
		};
		time(1000);
		expect(time(10_000)).toBeLessThan(500);
	});
});
