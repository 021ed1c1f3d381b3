/** The longest text that the server takes in each part of a progress report. */
export const REPORT_MAX = 8000;
