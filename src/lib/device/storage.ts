/** The room that the browser gives us, and the promise not to take it back. */

/** How the browser treats what this app keeps. Undefined where it does not say. */
export async function storageState(): Promise<{ kept: boolean; usedBytes: number | undefined }> {
	const [kept, estimate] = await Promise.all([
		navigator.storage?.persisted?.() ?? false,
		navigator.storage?.estimate?.()
	]);
	return { kept, usedBytes: estimate?.usage };
}

/** Asks the browser to keep our data when space runs short. True where it promised. */
export async function keepStorage(): Promise<boolean> {
	return (await navigator.storage?.persist?.()) ?? false;
}
