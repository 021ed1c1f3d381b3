/** The longest texts that the server takes of a panel snapshot. */
export const PANEL_MAX = { title: 200, note: 2000 };
