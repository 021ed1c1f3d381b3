/** The longest note the server takes; a phone says so before it is sent. */
export const HEARD_MAX = 10_000;
