/** An attacker who knows every number that is shown, and that counts are whole and not negative: linear programming. */
import loadHighs, { type LegacyHighs } from 'highs';

/** Adds to zero: the numbers by name, each with what it is multiplied by. */
export type Equation = Readonly<Record<string, number>>;

/** What the attacker works out of a number: it lies between these, both included. */
export interface Bounds {
	least: number;
	most: number;
}

/** More than any number that occurs. */
const PLENTY = 1_000_000;

let highs: Promise<LegacyHighs> | undefined;

/**
 * The narrowest bounds of numbers that are not known.
 * @param shown what each known number may be at least and at most (the same, unless it was rounded)
 */
export async function attack(
	targets: readonly string[],
	equations: readonly Equation[],
	shown: Readonly<Record<string, Bounds>>
): Promise<Map<string, Bounds>> {
	const solver = await (highs ??= loadHighs());
	const names = new Set([...targets, ...equations.flatMap((one) => Object.keys(one))]);
	const rows = equations.map(
		(equation, place) =>
			` e${place}: ${Object.entries(equation)
				.map(([name, factor]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name}`)
				.join(' ')} = 0`
	);
	const bounds = [...names].map(
		(name) => ` ${shown[name]?.least ?? 0} <= ${name} <= ${shown[name]?.most ?? PLENTY}`
	);
	const solve = (direction: 'Minimize' | 'Maximize', target: string) => {
		const problem = [
			direction,
			` obj: ${target}`,
			'Subject To',
			...rows,
			'Bounds',
			...bounds,
			'End'
		];
		const { Status, ObjectiveValue } = solver.solve(problem.join('\n'));
		if (Status !== 'Optimal') throw new Error(`The numbers contradict each other: ${Status}`);
		return Math.round(ObjectiveValue * 1e6) / 1e6;
	};
	return new Map(
		targets.map((target) => [
			target,
			{ least: solve('Minimize', target), most: solve('Maximize', target) }
		])
	);
}
