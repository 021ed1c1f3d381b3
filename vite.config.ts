import { sveltekit } from '@sveltejs/kit/vite';
import { SvelteKitPWA } from '@vite-pwa/sveltekit';
import Icons from 'unplugin-icons/vite';
import { defineConfig } from 'vitest/config';
import manifest from './package.json' with { type: 'json' };

/** Where `npm start` listens; `npm run dev` forwards the backend's paths to it. */
const backend = `http://127.0.0.1:${process.env.PORT ?? 4173}`;
const backendPaths = ['/rest/v1', '/auth/v1', '/storage/v1', '/config.json', '/healthz'];

export default defineConfig({
	define: { __APP_VERSION__: JSON.stringify(manifest.version) },
	plugins: [
		sveltekit(),
		Icons({ compiler: 'svelte' }),
		SvelteKitPWA({
			strategies: 'generateSW',
			registerType: 'prompt',
			injectRegister: false,
			// One worker at one address for every page, however deep: left alone, each folder registers its own.
			buildBase: '/',
			scope: '/',
			manifest: {
				id: '/',
				name: 'Common Ground',
				short_name: 'Common Ground',
				description: 'Record outreach in the field, offline, and see what it adds up to.',
				lang: 'en-GB',
				start_url: '/',
				scope: '/',
				display: 'standalone',
				orientation: 'any',
				background_color: '#f7f5f0',
				theme_color: '#17453b',
				categories: ['government', 'productivity'],
				icons: [
					{ src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
					{ src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
					{
						src: '/icons/maskable-512.png',
						sizes: '512x512',
						type: 'image/png',
						purpose: 'maskable'
					}
				],
				shortcuts: [{ name: 'New log', url: '/logs/new', description: 'Log an engagement' }]
			},
			workbox: {
				globPatterns: ['**/*.{js,css,html,svg,png,ico,webmanifest,woff2}'],
				// The shell answers every page; the backend's paths are never answered from the cache.
				navigateFallback: '/index.html',
				navigateFallbackDenylist: [
					/^\/(rest|auth|storage|realtime)\/v1\//,
					/^\/(config\.json|healthz)$/
				],
				cleanupOutdatedCaches: true
			},
			kit: { adapterFallback: 'index.html', spa: true }
		})
	],
	// Dexie for browsers of today: a tenth smaller than the build for old ones that its package leads to.
	resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
	css: { preprocessorOptions: { scss: { quietDeps: true, loadPaths: ['node_modules'] } } },
	server: {
		host: '127.0.0.1',
		proxy: {
			...Object.fromEntries(backendPaths.map((path) => [path, backend])),
			'/realtime/v1': { target: backend, ws: true }
		}
	},
	build: {
		target: 'es2022',
		rolldownOptions: {
			output: {
				// What the first screen needs comes as one file: smaller, and fewer requests on a slow line.
				codeSplitting: {
					groups: [
						{
							name: 'shell',
							test: /\/src\/lib\/((store|time|errors)\/|records\/(registry|tenancy\/access|[a-z-]+\/((action|assessment)-rules|statutory-clock|servable|issue-standing))|device\/(people|storage)|features\/(AppFrame|Deadlines|SyncLine|deadline-words|app-context|notice|open-app|reference|sync-sentence|today|home|update)|ui\/(Button|Tag|Card|List|Page|TabBar|TabLink|App|Live|Skip|Mark|Notif|Error|Empty|announcer|current))|dexie|\/svelte\/|kit\/src/
						}
					]
				}
			}
		}
	},
	test: {
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					include: ['src/**/*.test.ts', 'seeds/**/*.test.ts'],
					environment: 'node',
					env: { TZ: 'Europe/London' },
					// Property tests take their time on a busy machine; what hangs is found all the same.
					testTimeout: 30_000
				}
			},
			{
				extends: true,
				test: {
					name: 'database',
					include: ['supabase/tests/**/*.test.ts', 'tests/{contract,sync,server}/**/*.test.ts'],
					environment: 'node',
					env: { TZ: 'Europe/London' },
					globalSetup: ['tests/support/database-setup.ts'],
					testTimeout: 60_000,
					hookTimeout: 60_000,
					// Two cores: more than two databases at work at once only makes them slow.
					maxWorkers: 2
				}
			}
		]
	}
});
