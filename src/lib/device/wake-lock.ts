/**
 * Keeps the screen lit while it can be seen: for what is used standing, with one thumb. A device that cannot, or will not,
 * dims as ever.
 * @returns a function that lets it go dark again
 */
export function keepAwake(): () => void {
	let lock: Promise<WakeLockSentinel | null> = Promise.resolve(null);
	// Not every browser has it, whatever its types say.
	const wakeLock = navigator.wakeLock as WakeLock | undefined;
	const ask = () => {
		// The browser takes it back whenever the page is hidden.
		if (wakeLock && document.visibilityState === 'visible')
			lock = wakeLock.request('screen').catch(() => null);
	};
	ask();
	document.addEventListener('visibilitychange', ask);
	return () => {
		document.removeEventListener('visibilitychange', ask);
		void lock.then((held) => held?.release());
	};
}
