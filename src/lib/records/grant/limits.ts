/** The longest texts that the server takes. */
export const GRANT_MAX = {
	title: 200,
	about: 10_000,
	council_priority: 200,
	recommendation: 2000,
	decline_reason: 2000,
	over_cap_reason: 2000,
	conditions: 10_000
};

export const PROGRAMME_TEXT_MAX = { name: 200, about: 10_000, service: 200, council_priority: 200 };

export const ROUND_NAME_MAX = 200;
