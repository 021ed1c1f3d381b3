import { inspect } from 'node:util';
import { PostgresConnection } from '@supabase/lite/postgres';

/** What PostgreSQL says went wrong, as its driver reports it. */
interface DatabaseError {
	code: string;
	message: string;
	detail?: string;
	hint?: string;
	where?: string;
}

/**
 * Lite's connection, answering errors as hosted Supabase does. Lite knows a few SQLSTATEs; our own
 * checks (CG001), `raise exception` (P0001), broken constraints and lock failures would reach the
 * client as a bare 500 without code, detail or hint.
 */
export class HostedLikeConnection extends PostgresConnection {
	/**
	 * The driver waits for ever for a connection that was in a transaction when it was told to end, even after the
	 * transaction has: whoever stops the server has let requests finish, and gives what is left a second.
	 */
	override async close(): Promise<void> {
		await this.driver.end({ timeout: 1 });
	}

	override normalizeDbError(error: unknown): unknown {
		if (!isDatabaseError(error)) return error;
		const { code, message, detail, hint } = error;
		const answer = isKnownToLite(code) ? { code, message, detail, hint } : asRaised(error);
		// Lite prints every error whole; a refusal that the person has been told of is worth one line.
		return { ...answer, [inspect.custom]: () => inOneLine(error) };
	}
}

function isDatabaseError(error: unknown): error is DatabaseError {
	return error instanceof Error && 'code' in error && /^[0-9A-Z]{5}$/.test(String(error.code));
}

function isKnownToLite(code: string): boolean {
	return /^(22|21|42|53|55|PT)|^(23502|23503|23505|25006|PGRST)$/.test(code);
}

/** The form in which PostgREST lets SQL choose the whole answer (`raise sqlstate 'PGRST'`). */
function asRaised({ code, message, detail = '', hint = '' }: DatabaseError): object {
	return {
		code: 'PGRST',
		message: JSON.stringify({ code, message, details: detail || null, hint: hint || null }),
		detail: JSON.stringify({ status: statusOf(code), headers: {} })
	};
}

/** As in PostgREST: what the person sent is 4xx, what may work when tried again is 5xx. */
function statusOf(code: string): number {
	if (/^(08|57)/.test(code)) return 503;
	if (/^(25|2D|38|39|3B|40|54|58|F0|HV|XX)/.test(code)) return 500;
	if (/^(0L|0P|28)/.test(code)) return 403;
	return 400;
}

/** Without the detail, which may hold a whole row of somebody's data. */
function inOneLine({ code, message, where }: DatabaseError): string {
	const place = where?.split('\n')[0];
	return `Database refused: ${code} ${message}${place ? ` (${place})` : ''}`;
}
