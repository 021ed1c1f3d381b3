/** What the form of an audit holds. How it is read: audit-schema.ts. */
import {
	auditKindOf,
	CRITERIA,
	criteriaOf,
	nextAuditOn,
	type AuditAnswer,
	type AuditKind,
	type Criterion
} from '$lib/records/place/audit-score';
import type { PlaceAuditFields } from '$lib/records/place/place-audit';
import type { Row } from '$lib/records/registry';
import { isDate } from '$lib/time/dates';

/** In the order of the page: errors are listed so. Nothing is ''. */
export interface AuditValues extends Record<Criterion, string> {
	place_id: string;
	kind: AuditKind;
	audited_on: string;
	note: string;
	next_audit_on: string;
}

const criteria = Object.keys(CRITERIA) as Criterion[];

/** The values of an audit that begins today. */
export function emptyAudit(place: Row<'places'>, today: string): AuditValues {
	const kind = auditKindOf(place);
	return {
		place_id: place.id,
		kind,
		audited_on: today,
		...blank(() => ''),
		note: '',
		next_audit_on: nextAuditOn(kind, today)
	};
}

/** The form's values for an audit that is there. */
export function valuesOf(audit: PlaceAuditFields): AuditValues {
	return {
		place_id: audit.place_id,
		kind: audit.kind,
		audited_on: audit.audited_on,
		...blank((criterion) => audit[criterion] ?? ''),
		note: audit.note,
		next_audit_on: audit.next_audit_on
	};
}

function blank<V>(value: (criterion: Criterion) => V): Record<Criterion, V> {
	return Object.fromEntries(criteria.map((criterion) => [criterion, value(criterion)])) as Record<
		Criterion,
		V
	>;
}

/** The answers to what this kind of audit asks; null is not looked at. */
export function answersOf(values: AuditValues): Record<Criterion, AuditAnswer | null> {
	const asked = new Set(criteriaOf(values.kind));
	return blank((criterion) =>
		asked.has(criterion) ? ((values[criterion] || null) as AuditAnswer | null) : null
	);
}

/** The values with another kind or day; a next audit that nobody set otherwise moves with them. */
export function moved(
	values: AuditValues,
	change: Partial<Pick<AuditValues, 'kind' | 'audited_on'>>
): Pick<AuditValues, 'kind' | 'audited_on' | 'next_audit_on'> {
	const { kind, audited_on } = { ...values, ...change };
	const isSuggested = values.next_audit_on === suggested(values);
	return {
		kind,
		audited_on,
		next_audit_on: isSuggested ? suggested({ kind, audited_on }) : values.next_audit_on
	};
}

function suggested({ kind, audited_on }: Pick<AuditValues, 'kind' | 'audited_on'>): string {
	return isDate(audited_on) ? nextAuditOn(kind, audited_on) : '';
}
