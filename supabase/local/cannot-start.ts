/** Why the server cannot start, as a sentence for the person who started it; no trace is printed. */
export class CannotStart extends Error {}
