/** The name of the draft of a review. One import at a time is kept. */
export const DRAFT = 'plan-import';
