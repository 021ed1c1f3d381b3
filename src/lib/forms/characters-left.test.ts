import { expect, it } from 'vitest';
import { charactersLeft } from './characters-left';

it('counts down, says one in the singular, and says how many too many', () => {
	expect(charactersLeft(0, 10_000)).toBe('You have 10,000 characters remaining');
	expect(charactersLeft(9, 10)).toBe('You have 1 character remaining');
	expect(charactersLeft(10, 10)).toBe('You have 0 characters remaining');
	expect(charactersLeft(11, 10)).toBe('You have 1 character too many');
});
