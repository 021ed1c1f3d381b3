/** What the server takes at most, apart from the schemas: forms show it before a schema is needed. */
export const NETWORK_MAX = { name: 200, purpose: 2000, lead_post: 200, meets: 500 };
export const ACTIVITY_MAX = { title: 200, note: 10_000 };
export const POINT_MAX = { what: 2000, answer: 2000 };
/** The largest count of people. */
export const PEOPLE_MAX = 100_000;
