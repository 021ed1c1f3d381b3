/** What a person may do, told from the memberships on the device. The database decides; this keeps screens honest. */
import type { Row } from '../registry';
import type { Role } from './membership';

/** Roles that may log engagements. */
const LOGGING: readonly Role[] = ['officer', 'manager', 'admin'];
/** Roles whose work covers every locality. */
const COUNCIL_WIDE: readonly Role[] = ['manager', 'admin'];

export interface Access {
	/** The council that the person works with; null for somebody who has not been added to one. */
	councilId: string | null;
	roles: ReadonlySet<Role>;
	/** Localities named in the memberships: an officer's own. */
	localityIds: ReadonlySet<string>;
	mayLog: boolean;
	/** Has records on the device. Councillors have figures alone. */
	holdsRecords: boolean;
	/** May read and change every locality's records. */
	seesCouncil: boolean;
	isAdmin: boolean;
	/** Is cleared for the restricted register, and so may know which places are safe spaces. */
	seesRegister: boolean;
	/** Takes in, scores and awards grants. Who sees the council decides them besides. */
	handlesGrants: boolean;
	/** Networks that a champion works for. */
	networkIds: ReadonlySet<string>;
}

export function accessOf(memberships: readonly Row<'memberships'>[]): Access {
	const roles = new Set(memberships.map(({ role }) => role));
	const hasAny = (wanted: readonly Role[]) => wanted.some((role) => roles.has(role));
	return {
		councilId: memberships[0]?.council_id ?? null,
		roles,
		localityIds: new Set(memberships.flatMap(({ locality_id }) => locality_id ?? [])),
		mayLog: hasAny(LOGGING),
		holdsRecords: memberships.some(({ role }) => role !== 'viewer'),
		seesCouncil: hasAny(COUNCIL_WIDE),
		isAdmin: roles.has('admin'),
		seesRegister: memberships.some(({ cleared }) => cleared),
		handlesGrants: hasAny(COUNCIL_WIDE) || memberships.some(({ handles_grants }) => handles_grants),
		networkIds: new Set(memberships.flatMap(({ network_id }) => network_id ?? []))
	};
}

/** Whether a log in this ward would be taken: officers work in the wards of their localities, managers anywhere. */
export function worksIn(
	access: Access,
	{ locality_id }: Pick<Row<'areas'>, 'locality_id'>
): boolean {
	return access.seesCouncil || (locality_id !== null && access.localityIds.has(locality_id));
}

/**
 * Whether a person takes part in what a network does: its champions and managers with a staff network, everybody who holds
 * records with the others.
 */
export function worksFor(
	access: Access,
	{ id, kind }: Pick<Row<'networks'>, 'id' | 'kind'>
): boolean {
	if (kind !== 'staff_network') return access.holdsRecords;
	return access.seesCouncil || access.networkIds.has(id);
}
