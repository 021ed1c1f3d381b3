import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	compilerOptions: { runes: true },
	kit: {
		// One page for every URL: the phone's database is the app, so nothing is rendered on a server (ADR 0002).
		adapter: adapter({ fallback: 'index.html' }),
		alias: { $seeds: 'seeds' },
		// Where the backend lives is known only at run time (/config.json), hence https: and wss: here;
		// the host narrows connect-src further with a header (docs/deploy.md).
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				// The one style attribute is SvelteKit's own, which hides its announcer of page titles.
				'style-src': [
					'self',
					'unsafe-hashes',
					'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='
				],
				'img-src': ['self', 'blob:', 'data:'],
				'connect-src': ['self', 'https:', 'wss:'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['self']
			}
		},
		serviceWorker: { register: false },
		version: { pollInterval: 0 }
	}
};
