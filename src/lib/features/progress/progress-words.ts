/** Words that several screens of reports say. */
export const MISSING_REPORT = {
	title: 'This report is not on this device',
	words: 'It may have been deleted.'
};
