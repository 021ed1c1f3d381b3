/** The longest texts that the server takes of an event, and the largest numbers. */
export const EVENT_MAX = {
	title: 200,
	about: 10_000,
	access_note: 2000,
	published_without_reason: 1000,
	cancelled_reason: 1000,
	expected: 100_000
};

/** The same for its evaluation. */
export const EVALUATION_MAX = { text: 10_000, attended: 100_000, safety_messages: 1_000_000 };
