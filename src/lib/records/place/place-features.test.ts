import { expect, it } from 'vitest';
import { hasAll } from './place-features';

const hall = { step_free: true, hearing_loop: false, wifi: null };

it.each([
	[[], 'yes'],
	[['step_free'], 'yes'],
	[['hearing_loop'], 'no'],
	[['wifi'], 'unknown'],
	[['quiet_room'], 'unknown'],
	[['step_free', 'wifi'], 'unknown'],
	[['wifi', 'hearing_loop'], 'no']
] as const)('not known is not no: %j is %s', (wanted, answer) => {
	expect(hasAll(hall, wanted)).toBe(answer);
});
