/** The first start of an empty database. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDatabase, type TestDatabase } from '../../tests/support/database';

let database: TestDatabase;
beforeEach(async () => {
	database = await createDatabase();
});
afterEach(() => database.drop());

const create = (user: string | null, code = 'E07000178') =>
	database.as(user)((tx) => tx`select * from create_council(${code}, 'Oxford', 'Ruth Carver')`);
const needed = async () =>
	(await database.as(null)((tx) => tx<{ needed: boolean }[]>`select setup_needed() as needed`))[0]
		?.needed;

test('anybody may ask whether there is a council yet', async () => {
	expect(await needed()).toBe(true);
	await create(randomUUID());
	expect(await needed()).toBe(false);
});

test('whoever makes the council becomes its administrator, under their name', async () => {
	const ruth = randomUUID();
	const [council] = await create(ruth);
	expect(council).toMatchObject({
		code: 'E07000178',
		name: 'Oxford',
		scope: `council:${council?.id}`,
		created_by: ruth
	});
	const seen = await database.as(ruth)(
		(tx) => tx`select role, full_name from memberships join profiles using (council_id, user_id)`
	);
	expect(seen).toEqual([{ role: 'admin', full_name: 'Ruth Carver' }]);
});

test('there is one first council, also when two people try at once', async () => {
	const answers = await Promise.allSettled([create(randomUUID()), create(randomUUID())]);
	expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
	expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({
		reason: { code: '42501' }
	});
	expect(await database.sql`select 1 from councils`).toHaveLength(1);
});

test('it takes somebody who is signed in, and a code that can be one', async () => {
	await expect(create(null)).rejects.toMatchObject({ code: '42501' });
	await expect(create(randomUUID(), 'Oxford')).rejects.toThrow('councils_code_not_valid');
	expect(await needed()).toBe(true);
});
