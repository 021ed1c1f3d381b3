/** Whether the app is on the home screen, and the browser's own offer to put it there. */

/** Chromium's event; it is in no standard, so TypeScript does not know it. */
interface InstallOffer extends Event {
	prompt(): Promise<unknown>;
}

let offer = $state.raw<InstallOffer | null>(null);

/** Listens for the browser's offer, which comes once and early. Call when the app starts. */
export function listenForInstallOffer(): void {
	window.addEventListener('beforeinstallprompt', (event) => {
		event.preventDefault();
		offer = event as InstallOffer;
	});
	window.addEventListener('appinstalled', () => (offer = null));
}

export function installation() {
	return {
		/** The app runs from the home screen already. */
		installed: matchMedia('(display-mode: standalone)').matches,
		get canAsk() {
			return offer !== null;
		},
		/** Shows the browser's own question. */
		async ask() {
			await offer?.prompt();
			offer = null;
		}
	};
}
