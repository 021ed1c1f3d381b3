/** What the forms of a network and of a count of its members hold. How they are read: network-schema.ts. */
import type { Option } from '$lib/forms/option';
import { codeList } from '$lib/records/code-lists';
import type { NetworkFields } from '$lib/records/network/network';
import type { NetworkSnapshotFields } from '$lib/records/network/network-snapshot';
import type { Row } from '$lib/records/registry';

/** In the order of the page: errors are listed so. */
export interface NetworkValues {
	name: string;
	kind: string;
	characteristic: string;
	purpose: string;
	objective_id: string;
	lead_post: string;
	meets: string;
	reports_to: string;
	ended_on: string;
}

export function emptyNetwork(): NetworkValues {
	return {
		name: '',
		kind: '',
		characteristic: '',
		purpose: '',
		objective_id: '',
		lead_post: '',
		meets: '',
		reports_to: '',
		ended_on: ''
	};
}

export function networkValuesOf(row: NetworkFields): NetworkValues {
	return {
		name: row.name,
		kind: row.kind,
		characteristic: row.characteristic ?? '',
		purpose: row.purpose,
		objective_id: row.objective_id,
		lead_post: row.lead_post,
		meets: row.meets,
		reports_to: row.reports_to ?? '',
		ended_on: row.ended_on ?? ''
	};
}

/** Kinds of network as choices, each with what it means. */
export function kindChoices(): Option[] {
	return codeList('network_kind').map(({ code, label, hint }) => ({ value: code, label, hint }));
}

/** Networks as choices. */
export function networkChoices(networks: readonly Row<'networks'>[]): Option[] {
	return networks
		.map(({ id, name }) => ({ value: id, label: name }))
		.sort((a, b) => a.label.localeCompare(b.label, 'en-GB'));
}

/** In the order of the page. */
export interface CountValues {
	members: string;
	counted_on: string;
}

export function countValuesOf({ members, counted_on }: NetworkSnapshotFields): CountValues {
	return { members: String(members), counted_on };
}
