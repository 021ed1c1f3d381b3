/**
 * Several phones count at one door, the real store and exchange against the real server, with lost and repeated calls, two
 * tabs on a phone and sudden death: at rest the sum of all rows is the number of people who were counted, everywhere.
 */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tap, type Door } from '../../src/lib/features/door-count/verbs';
import { counted } from '../../src/lib/records/event/attendance';
import { Store } from '../../src/lib/store/store';
import { setScene, type Scene } from '../../supabase/tests/scene';
import { Phone, type Weather } from './phones/phone';

const PEOPLE = ['aisha', 'tom', 'manager'] as const;
const FINE: Weather = {
	requestLost: 0,
	answerLost: 0,
	repeated: 0,
	writesDuring: 0,
	diesAt: 0,
	uploadLost: 0,
	page: 50
};

let scene: Scene;
beforeAll(async () => {
	scene = await setScene();
});
afterAll(() => scene.drop());

const phoneOf = fc.nat(PEOPLE.length - 1);
const group = fc.constantFrom({}, { age: '16_24' }, { age: '75_over' });
const step = fc.oneof(
	{
		weight: 3,
		arbitrary: fc.record({ phone: phoneOf, of: group, by: fc.constantFrom(1, 1, 1, 5, -1) })
	},
	// In two tabs at once.
	{ weight: 2, arbitrary: fc.record({ phone: phoneOf, together: group }) },
	{
		weight: 1,
		arbitrary: fc.record({
			phone: phoneOf,
			requestLost: fc.nat(4),
			answerLost: fc.nat(4),
			repeated: fc.nat(4),
			writesDuring: fc.nat(4)
		})
	}
);

async function newEvent(): Promise<string> {
	const [event] = await scene.sql<{ id: string }[]>`
		insert into community_events ${scene.sql({
			council_id: scene.council,
			title: 'Winter Fair',
			type: 'community',
			objective_id: scene.priority,
			coverage: 'online',
			starts_at: '2026-02-07T11:00:00Z',
			ends_at: '2026-02-07T15:00:00Z'
		})} returning id`;
	return event?.id ?? '';
}

test('the sum is the number of people, whoever sends when', { timeout: 300_000 }, async () => {
	const numRuns = Number(process.env.PROPERTY_RUNS ?? 300) / 10;
	const phones = PEOPLE.map((name) => new Phone(scene, scene.people[name], new Set(), null));
	// A second tab of each phone, on the same disk.
	const tabs = phones.map(({ userId }) => new Store(userId));
	const clients = await Promise.all(phones.map(({ store }) => store.clientId()));

	await fc.assert(
		fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
			const eventId = await newEvent();
			const doorOf = (phone: number): Door => ({
				councilId: scene.council,
				eventId,
				client: clients[phone] ?? ''
			});
			let people = 0;
			/** One tap in each of two tabs at once. */
			const both = async (phone: number, of: object) => {
				const stores = [phones[phone]?.store, tabs[phone]] as Store[];
				await Promise.all(stores.map((store) => tap(store, doorOf(phone), of, 1)));
				people += 2;
			};
			for (const taken of steps) {
				const phone = phones[taken.phone] as Phone;
				if ('together' in taken) await both(taken.phone, taken.together);
				else if ('by' in taken) {
					const before = counted(
						await phone.store.records('event_counts').where('event_id', eventId)
					);
					await tap(phone.store, doorOf(taken.phone), taken.of, taken.by);
					const after = counted(
						await phone.store.records('event_counts').where('event_id', eventId)
					);
					// Nobody can be taken away whom this phone did not count.
					if (taken.by > 0) expect(after - before).toBe(taken.by);
					people += after - before;
				} else await phone.sync({ ...FINE, ...taken }, () => both(taken.phone, { age: '16_24' }));
			}
			// Once to send, once to hear of the others.
			for (const phone of [...phones, ...phones]) await phone.sync(FINE, () => Promise.resolve());

			const [there] = await scene.sql<{ sum: number }[]>`
				select coalesce(sum(count), 0)::int as sum from event_counts where event_id = ${eventId}`;
			expect(there?.sum).toBe(people);
			for (const { store } of phones) {
				expect(counted(await store.records('event_counts').where('event_id', eventId))).toBe(
					people
				);
				expect(await store.outbox()).toEqual([]);
			}
		}),
		{ numRuns }
	);
	for (const store of [...tabs, ...phones.map(({ store }) => store)]) store.close();
});
