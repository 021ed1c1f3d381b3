/** The longest texts about an awarded grant that the server takes: apart from the schemas, for forms need them at once. */
export const VISIT_MAX = { risks: 10_000, heard: 10_000, quote: 2000 };

/** Of what a report says the grant has changed. */
export const OUTCOME_MAX = 10_000;
