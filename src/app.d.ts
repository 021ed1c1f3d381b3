import 'vite-plugin-pwa/client';
import 'unplugin-icons/types/svelte';

declare global {
	/** The version in package.json, fixed when the app is built. */
	const __APP_VERSION__: string;
}

export {};
