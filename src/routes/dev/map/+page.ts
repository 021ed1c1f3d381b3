import { error } from '@sveltejs/kit';

/** Like the catalogue, for those who build the app: a build for the council neither answers here nor carries it. */
export async function load() {
	if (import.meta.env.DEV) return { MapExample: (await import('./MapExample.svelte')).default };
	error(404, 'Page not found');
}
