import { error } from '@sveltejs/kit';

/** The catalogue is for those who build the app: a build for the council neither answers here nor carries it. */
export async function load() {
	if (import.meta.env.DEV) return { Catalogue: (await import('./Catalogue.svelte')).default };
	error(404, 'Page not found');
}
