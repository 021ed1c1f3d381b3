/** The room that the browser gives us, and the promise not to take it back. */

/** Asks the browser to keep our data when space runs short. True where it promised. */
export async function keepStorage(): Promise<boolean> {
	return (await navigator.storage?.persist?.()) ?? false;
}
