/**
 * What people do with grants. Whoever handles grants takes applications in, scores them and awards what was approved;
 * managers and administrators decide; administrators keep the programmes.
 */
import { isAwarded, type GrantStatus } from '$lib/records/grant/grant-moves';
import type { GrantFields } from '$lib/records/grant/grant';
import type { Payment } from '$lib/records/grant/payments';
import type { Row } from '$lib/records/registry';
import type { Access } from '$lib/records/tenancy/access';
import type { Store } from '$lib/store/store';
import type { ApplicationColumns } from './application-values';
import type { ProgrammeColumns } from './programme-values';
import type { RoundColumns } from './round-values';

/** What nobody has said yet of an application that has just come in. */
const UNDECIDED: Omit<GrantFields, keyof ApplicationColumns> = {
	reference: '',
	status: 'received',
	scores: [],
	score: null,
	recommended_pence: null,
	recommendation: '',
	decided_on: null,
	decline_reason: '',
	awarded_pence: null,
	over_cap_reason: '',
	awarded_on: null,
	schedule: [],
	conditions: ''
};

/** Takes an application in. The draft's id becomes its own, so that saving twice makes one. */
export async function takeIn(
	store: Store,
	councilId: string,
	draftId: string,
	application: ApplicationColumns
): Promise<void> {
	const grant = { council_id: councilId, ...UNDECIDED, ...application };
	await store.write.insert('grants', grant, draftId);
}

/**
 * Changes a grant: the application, its scores, the decision, the award. A change that was refused goes out again.
 * @param opened the grant as the form found it: what others have changed since stays as they made it
 */
export async function changeGrant(
	store: Store,
	opened: Row<'grants'>,
	changes: Partial<GrantFields>
): Promise<void> {
	await store.write.update('grants', opened.id, changes, opened);
}

/** What goes with a status besides: the server clears the same. */
function clearedBy(status: GrantStatus): Partial<GrantFields> {
	const undecided = status === 'received' || status === 'scored';
	return {
		...(undecided && {
			decided_on: null,
			decline_reason: '',
			awarded_pence: null,
			over_cap_reason: ''
		}),
		...(!isAwarded({ status }) && { awarded_on: null, schedule: [] })
	};
}

/** Moves a grant on or back, where nothing else is to be said. */
export async function moveGrant(
	store: Store,
	grant: Row<'grants'>,
	status: GrantStatus
): Promise<void> {
	await store.write.update('grants', grant.id, { status, ...clearedBy(status) });
}

/** The applicant took it back. @param reason '' where they gave none */
export async function withdraw(store: Store, grant: Row<'grants'>, reason: string): Promise<void> {
	// The server clears the award: to do so is a decision, which this is not.
	const decline_reason = reason.trim();
	await store.write.update('grants', grant.id, { status: 'withdrawn', decline_reason });
}

/**
 * Notes that a payment was made on a day, or was not after all (null). It stands on the grant as it is now: one's own award
 * may have arrived since the page was drawn.
 */
export async function notePayment(
	store: Store,
	id: string,
	place: number,
	paid_on: string | null
): Promise<void> {
	const grant = await store.records('grants').get(id);
	const schedule = (grant?.schedule as Payment[] | undefined)?.map((payment, at) =>
		at === place ? { ...payment, paid_on } : payment
	);
	if (schedule) await store.write.update('grants', id, { schedule });
}

/** Whether somebody may delete a grant: their own while it waits to be scored, a manager until it is awarded. */
export function mayDelete(access: Access, userId: string, grant: Row<'grants'>): boolean {
	if (access.seesCouncil) return !isAwarded(grant);
	return access.handlesGrants && grant.status === 'received' && grant.created_by === userId;
}

/** Deletes a grant, with the forms over it that were begun. */
export async function deleteGrant(store: Store, id: string): Promise<void> {
	await store.write.remove('grants', id);
	for (const draft of await store.drafts.list('grants'))
		if (draft.id.startsWith(id)) await store.drafts.discard(draft.id);
}

/** Adds a programme. The draft's id becomes its own. */
export async function addProgramme(
	store: Store,
	councilId: string,
	draftId: string,
	programme: ProgrammeColumns
): Promise<void> {
	await store.write.insert('grant_programmes', { council_id: councilId, ...programme }, draftId);
}

/** Changes a programme. @param opened the programme as the form found it */
export async function changeProgramme(
	store: Store,
	opened: Row<'grant_programmes'>,
	programme: ProgrammeColumns
): Promise<void> {
	await store.write.update('grant_programmes', opened.id, programme, opened);
}

/** Adds a round to a programme, which it scores by the criteria of. The draft's id becomes its own. */
export async function addRound(
	store: Store,
	councilId: string,
	draftId: string,
	programme: Row<'grant_programmes'>,
	round: RoundColumns
): Promise<void> {
	await store.write.insert(
		'grant_rounds',
		{
			council_id: councilId,
			programme_id: programme.id,
			criteria: programme.criteria,
			...round
		},
		draftId
	);
}

/** Changes a round. @param opened the round as the form found it */
export async function changeRound(
	store: Store,
	opened: Row<'grant_rounds'>,
	round: RoundColumns
): Promise<void> {
	await store.write.update('grant_rounds', opened.id, round, opened);
}

/** Deletes a programme or round that nothing hangs off. */
export async function removeEmpty(
	store: Store,
	table: 'grant_programmes' | 'grant_rounds',
	id: string
): Promise<void> {
	await store.write.remove(table, id);
	await store.drafts.discard(id);
}
