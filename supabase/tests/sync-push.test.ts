import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { logFields, setScene, type Scene } from './scene';
import { push, pull } from './sync-client';
let scene: Scene;
beforeAll(async () => {
	scene = await setScene();
});
afterAll(() => scene.drop());
test('smoke', async () => {
	const id = randomUUID(),
		client = randomUUID();
	const as = scene.as(scene.people.aisha);
	console.log(
		JSON.stringify(
			await push(as, client, [
				{ mid: 1, table: 'engagement_logs', op: 'insert', id, set: logFields(scene) }
			]),
			null,
			1
		)
	);
	console.log(
		JSON.stringify(
			await push(as, client, [
				{ mid: 1, table: 'engagement_logs', op: 'insert', id, set: logFields(scene) },
				{
					mid: 2,
					table: 'engagement_logs',
					op: 'update',
					id,
					set: { heard: 'x', themes: ['housing'] },
					base: { heard: 0 }
				},
				{ mid: 3, table: 'engagement_logs', op: 'delete', id }
			]),
			null,
			1
		)
	);
	console.log(JSON.stringify(await pull(as), null, 1));
	expect(1).toBe(1);
});
