/** What may happen to several phones, a desk and a database, and how to make it happen. */
import fc from 'fast-check';
import type { TransactionSql } from 'postgres';
import type { Row } from '../../src/lib/records/registry';
import { assume } from '../support/database';
import { addLog, WARDS, type Scene } from '../../supabase/tests/scene';
import type { Ledger } from './ledger';
import type { Phone, Weather } from './phone';

export interface World {
	scene: Scene;
	phones: Phone[];
	ledger: Ledger;
	/** Transactions that are held open, and what lets them go. */
	held: { release: () => void; done: Promise<unknown> }[];
}

const who = fc.nat(3);
const which = fc.nat(20);
const ward = fc.constantFrom(...Object.values(WARDS), null);
const never = { weight: 4, arbitrary: fc.constant(0) };
const nth = fc.oneof(never, { weight: 1, arbitrary: fc.integer({ min: 1, max: 4 }) });
const weather = fc.record<Weather>({
	requestLost: nth,
	answerLost: nth,
	repeated: nth,
	writesDuring: nth,
	diesAt: fc.oneof(never, { weight: 1, arbitrary: fc.integer({ min: 1, max: 6 }) }),
	page: fc.constantFrom(2, 5, 1000)
});

const command = fc.oneof(
	{ weight: 4, arbitrary: fc.record({ type: fc.constant('create'), who, ward }) },
	{
		weight: 6,
		arbitrary: fc.record({
			type: fc.constant('edit'),
			who,
			which,
			what: fc.constantFrom('heard', 'count', 'both', 'ward', 'restricted'),
			at: fc.constantFrom('start', 'end'),
			ward
		})
	},
	{
		weight: 3,
		arbitrary: fc.record({
			type: fc.constant('progress'),
			who,
			status: fc.constantFrom(null, 'in_progress', 'done', 'stopped'),
			at: fc.constantFrom('start', 'end', null)
		})
	},
	{ weight: 1, arbitrary: fc.record({ type: fc.constant('remove'), who, which }) },
	{ weight: 8, arbitrary: fc.record({ type: fc.constant('sync'), who, which, weather }) },
	{
		weight: 2,
		arbitrary: fc.record({ type: fc.constant('decide'), who, which, again: fc.boolean() })
	},
	{ weight: 1, arbitrary: fc.record({ type: fc.constant('member'), who, north: fc.boolean() }) },
	{
		weight: 1,
		arbitrary: fc.record({
			type: fc.constant('moveWard'),
			ward: fc.constantFrom(...Object.values(WARDS)),
			to: fc.constantFrom('south', 'north', null)
		})
	},
	{ weight: 2, arbitrary: fc.record({ type: fc.constant('desk'), which, hold: fc.boolean() }) },
	{ weight: 1, arbitrary: fc.record({ type: fc.constant('release') }) }
);

export type Command = typeof command extends fc.Arbitrary<infer C> ? C : never;

export const commands = fc.array(command, { minLength: 5, maxLength: 40, size: 'max' });

/** Does one thing. */
export async function carryOut(world: World, command: Command): Promise<void> {
	const { phones } = world;
	const phone = ('who' in command ? phones[command.who % phones.length] : phones[0]) as Phone;
	switch (command.type) {
		case 'create':
			return create(world, phone, (command as Extract<Command, { ward: unknown }>).ward);
	}
	throw new Error(command.type);
}
