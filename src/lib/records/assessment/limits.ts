/** The longest text that the server takes. */
export const ASSESSMENT_TEXT_MAX = 10_000;
