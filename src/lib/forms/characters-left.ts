/** How much room a text field has left, in words: "You have 12 characters remaining", "You have 1 character too many". */
export function charactersLeft(length: number, max: number): string {
	const count = Math.abs(max - length);
	const characters = `${count.toLocaleString('en-GB')} ${count === 1 ? 'character' : 'characters'}`;
	return length > max ? `You have ${characters} too many` : `You have ${characters} remaining`;
}
