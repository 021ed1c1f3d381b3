/** What somebody may do next with a grant: the forms that lead on, and the moves that need no more than a yes. */
import { mayMove, type GrantStatus } from '$lib/records/grant/grant-moves';
import type { Row } from '$lib/records/registry';
import type { Access } from '$lib/records/tenancy/access';

/** A form that brings the grant on. */
export interface Step {
	label: string;
	/** After the grant's address: "score". */
	form: string;
}

/** A move that is asked for once more before it is made. */
export interface Move {
	to: GrantStatus;
	label: string;
	/** What it comes to. */
	words: string;
	/** It takes back what was done before. */
	undoes?: true;
}

type Rights = Pick<Access, 'handlesGrants' | 'seesCouncil'>;
type Grant = Pick<Row<'grants'>, 'status' | 'score'>;

/** The form that is next, the likeliest first. */
export function stepsOf({ status }: Grant, access: Rights): Step[] {
	const may = (to: GrantStatus) => mayMove(status, to, access);
	const decide = may('approved') || may('declined') ? [{ label: 'Decide', form: 'decide' }] : [];
	switch (status) {
		case 'received':
			return [...(may('scored') ? [{ label: 'Score', form: 'score' }] : []), ...decide];
		case 'scored':
			return [
				...decide,
				...(access.handlesGrants ? [{ label: 'Change the score', form: 'score' }] : [])
			];
		case 'approved':
			return may('awarded') ? [{ label: 'Award', form: 'award' }] : [];
		default:
			return [];
	}
}

const MOVES: Record<GrantStatus, readonly Move[]> = {
	received: [],
	scored: [],
	approved: [
		{
			to: 'scored',
			label: 'Reopen the decision',
			undoes: true,
			words:
				'The approval and its amount are taken back. The score stays, and its history keeps the decision.'
		}
	],
	declined: [
		{
			to: 'scored',
			label: 'Reopen the decision',
			undoes: true,
			words: 'It waits for a decision again. Its history keeps why it was declined.'
		}
	],
	withdrawn: [
		{
			to: 'received',
			label: 'It is not withdrawn',
			undoes: true,
			words: 'It waits to be scored and decided again.'
		}
	],
	awarded: [
		{
			to: 'monitored',
			label: 'Begin monitoring',
			words: 'From now on visits and reports say how it goes. A first visit begins it too.'
		},
		{
			to: 'approved',
			label: 'Take the award back',
			undoes: true,
			words: 'The payments are removed. The approval stays, and the history keeps the award.'
		}
	],
	monitored: [
		{
			to: 'closed',
			label: 'Close',
			words: 'Nothing more is expected of the grant holder. It stays on record.'
		},
		{
			to: 'awarded',
			label: 'Monitoring has not begun',
			undoes: true,
			words: 'It is awarded, as before.'
		}
	],
	closed: [
		{ to: 'monitored', label: 'Open it again', undoes: true, words: 'It is monitored again.' }
	]
};

/** The moves that are theirs to make; what was declined unscored goes back to where it came from. */
export function movesOf({ status, score }: Grant, access: Rights): Move[] {
	return MOVES[status]
		.map((move) =>
			status === 'declined' && score === null ? { ...move, to: 'received' as const } : move
		)
		.filter(({ to }) => mayMove(status, to, access));
}
