/** What may happen to people with phones: the steps that the property test strings together at random. */
import fc from 'fast-check';
import type { Weather } from './phone';

/** Numbers are taken modulo what there is. */
const phone = fc.nat(3);
/** People mostly return to what they had in hand last. */
const record = fc.option(fc.nat(20), { freq: 1 });
const ward = fc.nat(4);
const end = fc.constantFrom('start', 'end');

const seldom = (most: number) =>
	fc.oneof(
		{ weight: 3, arbitrary: fc.constant(0) },
		{ weight: 1, arbitrary: fc.integer({ min: 1, max: most }) }
	);
const weather = fc.record<Weather>({
	requestLost: seldom(4),
	answerLost: seldom(2),
	repeated: seldom(4),
	writesDuring: seldom(3),
	diesAt: seldom(8),
	uploadLost: fc.constantFrom(0, 0, 1),
	page: fc.constantFrom(2, 5, 1000)
});

/** A step by its name, with the choices it leaves to chance. */
const kinds = {
	create: fc.record({ phone, ward }),
	/** Adds a sentence, writes a number, or both at once. */
	edit: fc.record({ phone, record, what: fc.constantFrom('heard', 'count', 'both'), end }),
	move: fc.record({ phone, record, ward }),
	restrict: fc.record({ phone, record }),
	/** Reports on the one action of the plan: a status, a sentence, or both. */
	report: fc.record({
		phone,
		status: fc.constantFrom(null, 'in_progress', 'done', 'stopped'),
		end: fc.option(end)
	}),
	/** Takes a picture for a log. */
	picture: fc.record({ phone, record }),
	remove: fc.record({ phone, record }),
	sync: fc.record({ phone, record, weather }),
	/** Decides what needs attention. */
	decide: fc.record({ phone, record: fc.nat(20), again: fc.boolean() }),
	/** An officer gets or loses a locality. */
	role: fc.record({ officer: fc.nat(1), locality: fc.nat(1) }),
	/** A ward moves to another locality, or to none. */
	moveWard: fc.record({ ward: fc.nat(3), locality: fc.nat(2) }),
	/** Somebody at a desk adds a sentence to a log, and may keep the transaction open. */
	desk: fc.record({ record: fc.nat(20), hold: fc.boolean() }),
	release: fc.record({})
};

const weights: Record<keyof typeof kinds, number> = {
	create: 4,
	edit: 7,
	move: 1,
	restrict: 1,
	report: 3,
	picture: 3,
	remove: 1,
	sync: 10,
	decide: 2,
	role: 1,
	moveWard: 1,
	desk: 2,
	release: 1
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

export const steps = fc.array(step, { minLength: 15, maxLength: 45, size: 'max' });
