/** What can happen in a town: the steps that the property test strings together at random. */
import fc from 'fast-check';
import type { Luck } from './phone';

const phone = fc.nat(2);
const log = fc.nat(20);
const ward = fc.nat(3);
const officer = fc.nat(1);
const locality = fc.nat(1);

/** A step by its name, with the choices it leaves to chance. Numbers are taken modulo what there is. */
const kinds = {
	create: fc.record({ phone, ward }),
	edit: fc.record({ phone, log, column: fc.constantFrom('heard', 'people_count', 'restricted') }),
	delete: fc.record({ phone, log }),
	push: fc.record({
		phone,
		luck: fc.constantFrom<Luck>('fine', 'fine', 'request lost', 'response lost', 'response lost')
	}),
	pull: fc.record({ phone, pages: fc.integer({ min: 1, max: 3 }) }),
	/** A log moves to another ward. */
	moveLog: fc.record({ log, ward }),
	/** A ward moves to another locality. */
	moveWard: fc.record({ ward, locality }),
	/** An officer gets or loses a locality. */
	grant: fc.record({ officer, locality }),
	revoke: fc.record({ officer, locality }),
	/** A slow transaction writes and stays open, and ends some steps later. */
	writeSlowly: fc.record({ connection: fc.nat(1), ward, log }),
	endSlowly: fc.record({ connection: fc.nat(1), commit: fc.boolean() })
};

const weights: Record<keyof typeof kinds, number> = {
	create: 3,
	edit: 6,
	delete: 1,
	push: 6,
	pull: 6,
	moveLog: 2,
	moveWard: 1,
	grant: 1,
	revoke: 1,
	writeSlowly: 2,
	endSlowly: 2
};

type Kinds = typeof kinds;
export type Step = {
	[K in keyof Kinds]: { kind: K } & (Kinds[K] extends fc.Arbitrary<infer T> ? T : never);
}[keyof Kinds];

const step = fc.oneof(
	...Object.entries(kinds).map(([kind, choices]) => ({
		weight: weights[kind as keyof Kinds],
		arbitrary: (choices as fc.Arbitrary<object>).map((chosen) => ({ kind, ...chosen }) as Step)
	}))
);

export const steps = fc.array(step, { minLength: 10, maxLength: 45, size: 'max' });
