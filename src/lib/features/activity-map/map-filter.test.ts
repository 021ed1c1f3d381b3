import { describe, expect, it } from 'vitest';
import { addressOf, filterFrom, isNarrowed, queryOf, widened } from './map-filter';

const read = (query: string) => filterFrom(new URLSearchParams(query));

describe('the address of the map', () => {
	it.each([
		'/map',
		'/map?period=since_april&priority=a1&show=grants&perThousand=true&ward=E05013097',
		'/map?only=theme&value=housing&boundaries=true',
		'/map?only=group'
	])('%s says what it shows', (address) => {
		expect(addressOf(read(address.split('?')[1] ?? ''))).toBe(address);
	});

	it('leaves out what nobody can choose', () => {
		expect(addressOf(read('period=ever&only=shoe&value=7&show=luck&perThousand=1'))).toBe('/map');
	});
});

it('asks for a part only once it is chosen', () => {
	expect(queryOf(read('only=theme'), '2026-11-23')).toEqual({
		since: '2026-09-01',
		until: '2026-11-23',
		objectiveId: null,
		only: null
	});
	expect(queryOf(read('only=theme&value=housing&priority=p'), '2026-11-23')).toMatchObject({
		objectiveId: 'p',
		only: { kind: 'theme', value: 'housing' }
	});
});

it('forgets the filters, and keeps the picture', () => {
	const filter = read('only=theme&value=housing&show=people&ward=E1');
	expect(isNarrowed(filter)).toBe(true);
	expect(addressOf(widened(filter))).toBe('/map?show=people&ward=E1');
	expect(isNarrowed(widened(filter))).toBe(false);
});
