/** When to try again after a failure. */

const FIRST_DELAY_MS = 2_000;
const LONGEST_DELAY_MS = 5 * 60_000;

/**
 * Milliseconds to wait after `failures` failures in a row: doubling, capped, and spread by up to half,
 * so that a hall full of phones does not return at the same moment.
 * @param random a number from 0 to 1
 */
export function retryDelay(failures: number, random = Math.random()): number {
	const delay = Math.min(FIRST_DELAY_MS * 2 ** Math.max(0, failures - 1), LONGEST_DELAY_MS);
	return Math.round(delay * (0.5 + random / 2));
}
