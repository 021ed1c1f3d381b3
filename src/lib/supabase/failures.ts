/** Turns what supabase-js reports into the app's own failures. */
import { Failure, type FailureCode } from '$lib/errors/failure';

/** What PostgREST, GoTrue and fetch have in common when something goes wrong. */
interface Reported {
	message: string;
	code?: string | undefined;
	status?: number | undefined;
	name?: string;
}

const byAuthCode: Record<string, FailureCode> = {
	invalid_credentials: 'wrong_password',
	user_already_exists: 'email_taken',
	email_exists: 'email_taken',
	weak_password: 'weak_password',
	otp_expired: 'link_expired',
	over_request_rate_limit: 'too_many_tries',
	over_email_send_rate_limit: 'too_many_tries',
	refresh_token_not_found: 'signed_out',
	refresh_token_already_used: 'signed_out',
	session_expired: 'signed_out',
	session_not_found: 'signed_out'
};

/** @param status the HTTP status, where the error does not carry it; 0 means that no answer came */
export function toFailure(error: Reported, status = error.status): Failure {
	return new Failure(codeOf(error, status), error.message, { cause: error });
}

function codeOf(error: Reported, status: number | undefined): FailureCode {
	const known = error.code === undefined ? undefined : byAuthCode[error.code];
	if (known) return known;
	if (error.name === 'AuthSessionMissingError') return 'signed_out';
	if (status === undefined || status === 0) return 'offline';
	if (status === 401 || error.code === 'PGRST301') return 'signed_out';
	if (status === 429) return 'too_many_tries';
	if (status >= 500 || status === 408) return 'unavailable';
	return 'refused';
}
