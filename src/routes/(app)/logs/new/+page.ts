import { redirect } from '@sveltejs/kit';

/** A new log has an address of its own from the first moment, so that a reload finds its draft. */
export function load({ url }: { url: URL }) {
	const id = url.searchParams.get('draft');
	const actionId = url.searchParams.get('action');
	if (id) return { id, actionId };
	const address = new URLSearchParams(url.searchParams);
	address.set('draft', crypto.randomUUID());
	redirect(307, `/logs/new?${address}`);
}
