/** Something that went wrong in a way that the app has words for. Callers throw; sentences.ts has the words. */
export type FailureCode =
	/** No answer came: no signal, or the server is down. */
	| 'offline'
	/** The server wants the person to sign in again. */
	| 'signed_out'
	/** The server answered, but could not do it now (busy, restarting). */
	| 'unavailable'
	/** The server refused the call as it was. */
	| 'refused'
	| 'wrong_password'
	| 'email_taken'
	| 'weak_password'
	| 'confirm_email'
	| 'link_expired'
	| 'too_many_tries'
	/** The device has not read yet which council the person works for. */
	| 'no_council'
	| 'storage_full'
	| 'not_a_picture'
	| 'picture_too_large'
	| 'set_up_done';

export class Failure extends Error {
	constructor(
		readonly code: FailureCode,
		/** What the technology said: for the console, never for the screen. */
		detail = '',
		options?: ErrorOptions
	) {
		super(detail || code, options);
		this.name = 'Failure';
	}
}
