/** Who may change the plan itself: what the forms over it say to everybody else. */
import type { Access } from '$lib/records/tenancy/access';

/** Undefined for administrators. */
export function administratorsOnly(_: unknown, { isAdmin }: Access) {
	return isAdmin
		? undefined
		: {
				title: 'Only administrators change the plan',
				words: 'Ask your administrator, or propose an action.'
			};
}
