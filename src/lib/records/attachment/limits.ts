/** What a picture may be at most; the phone makes it so before it is kept. */
export const PICTURE_MAX = { bytes: 409_600, side: 1600 };

/** The longest description the server takes. */
export const DESCRIPTION_MAX = 500;
