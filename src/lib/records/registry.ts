/** Every record type that lives on a phone: one line each. */
import { action } from './action/action';
import { area } from './area/area';
import { attachment } from './attachment/attachment';
import { auditEntry } from './audit/audit-entry';
import type { FieldsOf, RecordDefinition, SyncedColumns, SyncedTable } from './define-record';
import { engagementLog } from './engagement/engagement-log';
import { organisation } from './organisation/organisation';
import { place } from './place/place';
import { objective } from './plan/objective';
import { plan } from './plan/plan';
import { council } from './tenancy/council';
import { locality } from './tenancy/locality';
import { membership } from './tenancy/membership';
import { profile } from './tenancy/profile';

export const registry = {
	councils: council,
	profiles: profile,
	memberships: membership,
	localities: locality,
	areas: area,
	plans: plan,
	objectives: objective,
	actions: action,
	organisations: organisation,
	places: place,
	engagement_logs: engagementLog,
	attachments: attachment,
	audit_log: auditEntry
} satisfies { [T in SyncedTable]: RecordDefinition<T> };

export type RecordTable = keyof typeof registry;

/** A whole record: its own columns and the shared ones. */
export type Row<T extends RecordTable = RecordTable> = FieldsOf<T> & SyncedColumns;

export const recordTables = Object.keys(registry) as RecordTable[];

/**
 * The shape of records and mutations that this build speaks. The server takes this number and the two before it,
 * so that a phone that slept through an update can still send what it holds.
 */
export const RECORD_SCHEMA = 1;
