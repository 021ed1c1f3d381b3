/** The longest note on progress, and the longest description, that the server takes. */
export const PROGRESS_MAX = 10_000;
export const DESCRIPTION_MAX = 10_000;
/** The longest reason for a rating or for a decision. */
export const REASON_MAX = 1000;
/** A year of working days, about. */
export const WORKING_DAYS_MAX = 260;
