import { columnKind, type ColumnKind } from './columns';

export interface Field {
	kind: ColumnKind;
	name: string;
	value: string;
}

/** A field of an action that stands in a line of its own: "Lead officer: Head of Housing". */
export function fieldIn(text: string): Field | null {
	const match = /^([A-Z][^:|]{1,40}?)\s*[:|]\s*(\S.*)$/.exec(text);
	if (!match?.[1] || !match[2]) return null;
	const kind = columnKind(match[1]);
	return kind ? { kind, name: match[1], value: match[2] } : null;
}
