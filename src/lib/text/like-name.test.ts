import { describe, expect, it } from 'vitest';
import { likeName } from './like-name';

const known = [{ name: 'Leys Supper Club' }, { name: 'The Café & Garden, St Clement’s' }];

describe('likeName', () => {
	it.each(['leys supper club', 'Leys Supper-Club', ' The  Leys Supperclub ', 'LEYS SUPPER CLUB.'])(
		'finds %j',
		(name) => {
			expect(likeName(name, known)).toBe(known[0]);
		}
	);

	it('sees past accents, apostrophes and ampersands', () => {
		expect(likeName('Cafe and Garden St Clements', known)).toBe(known[1]);
	});

	it.each(['Leys Supper', 'Theatre Club', '', '—', 'Leys Supper Club 2'])(
		'does not find %j',
		(name) => {
			expect(likeName(name, [...known, { name: 'atre Club' }])).toBeUndefined();
		}
	);
});
