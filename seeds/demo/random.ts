/** Chance that comes out the same every time. */

/** A draw from [0, 1). */
export type Random = () => number;

/** Mulberry32: a small generator with a period of 2³², plenty for a demonstration and nothing else. */
export function createRandom(seed: number): Random {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** A whole number from `least` to `most`, both included. */
export function wholeNumber(random: Random, least: number, most: number): number {
	return least + Math.floor(random() * (most - least + 1));
}

/** One of the items, all equally likely. Throws RangeError when there are none. */
export function pick<T>(random: Random, items: readonly T[]): T {
	return pickWeighted(
		random,
		items.map((item) => [item, 1])
	);
}

/** One of the items, each as likely as its weight. Throws RangeError when there are none. */
export function pickWeighted<T>(random: Random, items: readonly (readonly [T, number])[]): T {
	let left = random() * items.reduce((sum, [, weight]) => sum + weight, 0);
	for (const [item, weight] of items) {
		left -= weight;
		if (left < 0) return item;
	}
	throw new RangeError('Nothing to pick from');
}

/** A copy in another order. */
export function shuffled<T>(random: Random, items: readonly T[]): T[] {
	const order = items.map((item) => ({ item, at: random() }));
	return order.sort((a, b) => a.at - b.at).map(({ item }) => item);
}

/** Draws the items one after another, in an order that changes each round: none comes back before all have come. */
export function createDeck<T>(random: Random, items: readonly T[]): () => T {
	let cards: T[] = [];
	return () => {
		if (cards.length === 0) cards = shuffled(random, items);
		const card = cards.pop();
		if (card === undefined) throw new RangeError('Nothing to draw from');
		return card;
	};
}
