import { redirect } from '@sveltejs/kit';

/**
 * The `load` of a page that makes a record. A new record has an address of its own from the first moment, so that a
 * reload finds its draft; `from` is what the address says besides, such as the action that it was started from.
 */
export function newRecord({ url }: { url: URL }): { id: string; from: URLSearchParams } {
	const id = url.searchParams.get('draft');
	if (id) return { id, from: url.searchParams };
	const address = new URLSearchParams(url.searchParams);
	address.set('draft', crypto.randomUUID());
	redirect(307, `${url.pathname}?${address}`);
}
