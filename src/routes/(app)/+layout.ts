import { redirect } from '@sveltejs/kit';
import { currentPerson } from '$lib/device/people';

/**
 * Behind the sign-in: known from the device alone, so that it opens in flight mode. Asked with every page, which is why
 * the address is read first: another tab may have signed out, or the browser taken the storage back.
 */
export function load({ url }: { url: URL }) {
	const next = encodeURIComponent(url.pathname + url.search);
	const person = currentPerson();
	if (!person) redirect(307, `/sign-in?next=${next}`);
	return { person };
}
