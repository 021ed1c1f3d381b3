/** Words that several screens of panels say. */
export const MISSING = {
	title: 'This count is not on this device',
	words: 'It may have been deleted.'
};
