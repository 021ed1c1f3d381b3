/** Failures and refusals in words that say what happened and what to do next. One table each. */
import { Failure, type FailureCode } from './failure';

const failures: Record<FailureCode, string> = {
	offline: 'There is no connection to the server. Your work is kept on this device.',
	signed_out: 'Sign in again to send your work. It is kept on this device.',
	unavailable: 'The server is not answering just now. Your work is kept on this device.',
	refused: 'The server did not accept that. Your work is kept on this device.',
	wrong_password: 'The email address or password is wrong. Check both and try again.',
	email_taken: 'There is already an account with this email address. Sign in with it instead.',
	weak_password: 'Choose a longer password: at least 12 characters.',
	confirm_email:
		'We have sent a link to your email address. Open it to confirm the address, then come back here and try again.',
	link_expired: 'This sign-in link has expired or was already used. Ask for a new one.',
	too_many_tries: 'Too many tries in a short time. Wait a minute and try again.',
	no_council:
		'This device does not know your council yet. Connect once, then save again. What you typed is kept.',
	storage_full:
		'This device is full, so this could not be saved. Free some space (photos, other apps), then save again. What you typed is still here.',
	not_a_picture:
		'This file is not a picture that this browser can open. Choose a photo as JPEG or PNG.',
	picture_too_large:
		'This picture is too large to be made smaller on this device. Choose one of at most 40 MB.',
	set_up_done: 'A council is already set up here. Ask its administrator to add you.'
};

/** Reasons for which the server refuses a record, by the plain code in its verdict. */
const refusals: Record<string, string> = {
	required: 'Something required is missing.',
	unknown_reference: 'It refers to something that no longer exists. Choose another.',
	unknown_priority: 'This priority is not in your council’s plan. Choose another.',
	priority_closed: 'This priority is closed. Choose another.',
	plan_closed: 'This plan is closed. It can be read, not changed.',
	not_a_priority: 'Choose a priority, not an objective.',
	ward_outside_localities: 'This ward is outside your localities. Choose a ward that you work in.',
	date_in_future: 'The date is in the future. Enter the date it happened.',
	more_than_people:
		'More people are counted in a group than there were. Change the counts or the number of people.',
	signpost_needed: 'Say where you signposted the person who told you of the hate incident.',
	too_long: 'The text is too long. Shorten it.',
	out_of_range: 'A value is outside what is allowed.',
	not_valid: 'A value is not one that the server knows.',
	already_exists: 'A record like this already exists.',
	not_allowed: 'You do not have permission to make this change.',
	not_found: 'The record is no longer there, or is no longer yours to change.',
	server_error:
		'The server could not take this, though it took others. Save a copy, then try again or ask your administrator.',
	schema_too_old: 'This app is too old to send it. Update the app, then try again.'
};

/** A sentence for any error that reaches a screen. */
export function sentenceFor(error: unknown): string {
	if (error instanceof Failure) return failures[error.code];
	if (isQuotaExceeded(error)) return failures.storage_full;
	return 'Something went wrong. Your work is kept on this device. Try again.';
}

/** A sentence for a refused record: ours where there is one, otherwise the server's. */
export function sentenceForRefusal(problem: { code: string; message: string }): string {
	return refusals[problem.code] ?? problem.message;
}

/** Whether an error means that the device has no room left. Dexie wraps the browser's own error. */
export function isQuotaExceeded(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	const inner = (error as { inner?: unknown }).inner;
	return error.name === 'QuotaExceededError' || (inner !== undefined && isQuotaExceeded(inner));
}
