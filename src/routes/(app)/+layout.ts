import { redirect } from '@sveltejs/kit';
import { currentPerson } from '$lib/device/people';

/** Behind the sign-in: known from the device alone, so that it opens in flight mode. */
export function load({ url }: { url: URL }) {
	const person = currentPerson();
	if (!person) redirect(307, `/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`);
	return { person };
}
