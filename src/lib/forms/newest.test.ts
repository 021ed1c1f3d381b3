import { expect, it } from 'vitest';
import { newest } from './newest';

/** Work that ends when it is told to. */
function slowWork() {
	const began: string[] = [];
	let end = () => {};
	const give = newest((value: string) => {
		began.push(value);
		return new Promise<void>((done) => (end = done));
	});
	return { began, give, end: () => (end(), new Promise((turn) => setTimeout(turn))) };
}

it('begins at once, in the same turn: nothing is left to a later moment that may not come', () => {
	const { began, give } = slowWork();
	give('s');
	expect(began).toEqual(['s']);
});

it('passes over what came while it worked, but never the last', async () => {
	const { began, give, end } = slowWork();
	give('s');
	give('sc');
	give('sch');
	expect(began).toEqual(['s']);
	await end();
	expect(began).toEqual(['s', 'sch']);
	await end();
	give('scho');
	expect(began).toEqual(['s', 'sch', 'scho']);
});
