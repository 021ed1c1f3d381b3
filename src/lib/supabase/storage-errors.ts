/** What Storage reports, in the terms in which the rest of Supabase reports. */

interface StorageError {
	message: string;
	/** The HTTP status. Undefined where no answer came. */
	status?: number | undefined;
	/** Storage's own: it answers 400 to many things and says here what it means. */
	statusCode?: string | undefined;
}

/** An answer as PostgREST gives it: with the status that is meant. */
export function answerOf(error: StorageError | null, data: unknown = null) {
	return { data, error, status: error ? meantStatus(error) : 200 };
}

/** The file is there already. */
export function isThereAlready(error: StorageError | null): boolean {
	return error?.status === 409 || error?.statusCode === '409' || error?.statusCode === 'Duplicate';
}

function meantStatus({ message, status = 0, statusCode }: StorageError): number {
	// A token that ran out is answered 400, like a refusal by a policy.
	if (status === 400 && /jwt|exp|token/i.test(message) && statusCode !== '409') return 401;
	const meant = Number(statusCode);
	return status >= 400 && meant >= 400 ? meant : status;
}
