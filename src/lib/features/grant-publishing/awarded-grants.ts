/** The awarded grants on the device, with what the files say of them. */
import type { AwardedGrant } from '$lib/exchange/open-grants';
import type { Funder } from '$lib/exchange/three-sixty';
import { isAwarded } from '$lib/records/grant/grant-moves';
import { paidOf, type Payment } from '$lib/records/grant/payments';
import type { Store } from '$lib/store/store';

export interface ToPublish {
	funder: Funder;
	grants: AwardedGrant[];
}

/** Reads them; null while the council itself is not on the device. */
export async function readToPublish(store: Store): Promise<ToPublish | null> {
	const [[council], grants, rounds, programmes, organisations, areas] = await Promise.all([
		store.records('councils').all(),
		store.records('grants').all(),
		store.records('grant_rounds').all(),
		store.records('grant_programmes').all(),
		store.records('organisations').all(),
		store.records('areas').all()
	]);
	if (!council) return null;
	return {
		funder: {
			name: council.name,
			prefix: council.funder_prefix,
			org_id: council.funder_org_id
		},
		grants: grants.filter(isAwarded).map((grant) => {
			const round = rounds.find(({ id }) => id === grant.round_id);
			return {
				...grant,
				paid_pence: paidOf(grant.schedule as Payment[]),
				organisation: organisations.find(({ id }) => id === grant.organisation_id) ?? null,
				programme: programmes.find(({ id }) => id === round?.programme_id) ?? null,
				wards: grant.ward_codes.map(
					(code) => areas.find((area) => area.code === code) ?? { code, name: code }
				)
			};
		})
	};
}
