/** How a grant goes from one status to the next, and whose move it is. The server knows the same (private.grant_moves). */
import type { Enums } from '../database.types';

export type GrantStatus = Enums<'grant_status'>;

interface Move {
	from: GrantStatus;
	to: GrantStatus;
	/** For managers and administrators alone. */
	isDecision: boolean;
}

const move = (from: GrantStatus, to: GrantStatus): Move => ({ from, to, isDecision: false });
const decision = (from: GrantStatus, to: GrantStatus): Move => ({ from, to, isDecision: true });

export const GRANT_MOVES: readonly Move[] = [
	move('received', 'scored'),
	decision('received', 'declined'),
	move('received', 'withdrawn'),
	move('scored', 'received'),
	decision('scored', 'approved'),
	decision('scored', 'declined'),
	move('scored', 'withdrawn'),
	decision('approved', 'scored'),
	move('approved', 'awarded'),
	move('approved', 'withdrawn'),
	decision('declined', 'received'),
	decision('declined', 'scored'),
	decision('withdrawn', 'received'),
	decision('awarded', 'approved'),
	move('awarded', 'monitored'),
	move('monitored', 'awarded'),
	move('monitored', 'closed'),
	decision('closed', 'monitored')
];

/** Whether somebody may move a grant so in one step. */
export function mayMove(
	from: GrantStatus,
	to: GrantStatus,
	{ handlesGrants, seesCouncil: decides }: { handlesGrants: boolean; seesCouncil: boolean }
): boolean {
	const found = GRANT_MOVES.find((move) => move.from === from && move.to === to);
	return found !== undefined && (found.isDecision ? decides : handlesGrants);
}

/** Whether money has been promised: the grant counts as spend, and stays on record. */
export function isAwarded({ status }: { status: GrantStatus }): boolean {
	return status === 'awarded' || status === 'monitored' || status === 'closed';
}

/** Whether a decision stands: what it stood on is not changed under it. */
export function isDecided({ status }: { status: GrantStatus }): boolean {
	return status === 'approved' || status === 'declined' || isAwarded({ status });
}
