/**
 * What people do with referrals. Managers and administrators keep the directory; whoever reads a log and may log refers
 * from it.
 */
import type { ReferralFields } from '$lib/records/referral/referral';
import type { RouteFields } from '$lib/records/referral/referral-route';
import type { Row } from '$lib/records/registry';
import type { Store } from '$lib/store/store';
import type { ReferralColumns } from './referral-values';

/** Adds a route to the directory, or changes one. The draft's id becomes its own. */
export async function keepRoute(
	store: Store,
	councilId: string,
	{ id, opened }: { id: string; opened: Row<'referral_routes'> | null },
	route: RouteFields
): Promise<void> {
	if (opened) await store.write.update('referral_routes', id, route, opened);
	else await store.write.insert('referral_routes', { council_id: councilId, ...route }, id);
}

/** Says that everything in a route is right today. */
export async function confirmRoute(store: Store, id: string, today: string): Promise<void> {
	await store.write.update('referral_routes', id, { checked_on: today });
}

/** Takes a route out of the directory. Referrals that name it stay. */
export async function removeRoute(store: Store, id: string): Promise<void> {
	await store.write.remove('referral_routes', id);
	await store.drafts.discard(id);
}

/** Refers somebody from a log, or corrects a referral. The draft's id becomes its own. */
export async function refer(
	store: Store,
	councilId: string,
	{ id, opened, logId }: { id: string; opened: Row<'referrals'> | null; logId: string },
	referral: ReferralColumns
): Promise<void> {
	if (opened) await store.write.update('referrals', id, referral, opened);
	else
		await store.write.insert(
			'referrals',
			{ council_id: councilId, log_id: logId, ...referral, status: 'made', answered_on: null },
			id
		);
}

/** Says what the service answered, today; `made` takes the answer back. */
export async function answerReferral(
	store: Store,
	id: string,
	status: ReferralFields['status'],
	today: string
): Promise<void> {
	await store.write.update('referrals', id, {
		status,
		answered_on: status === 'made' ? null : today
	});
}

/** Deletes a referral. */
export async function deleteReferral(store: Store, id: string): Promise<void> {
	await store.write.remove('referrals', id);
	await store.drafts.discard(id);
}
