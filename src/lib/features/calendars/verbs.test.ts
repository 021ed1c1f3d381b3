import { expect, it } from 'vitest';
import { calendarFeed } from '$lib/records/event/calendar-feed';
import { newToken } from './verbs';

it('makes addresses that the server takes and that are never the same', () => {
	const tokens = Array.from({ length: 200 }, newToken);
	for (const token of tokens)
		calendarFeed.schema.parse({ locality_id: crypto.randomUUID(), token });
	expect(new Set(tokens).size).toBe(200);
});
