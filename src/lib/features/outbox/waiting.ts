/** Words and rows of the sync page. */
import { registry } from '$lib/records/registry';
import type { SummaryRow } from '$lib/ui/SummaryList.svelte';
import type { UnsentChange } from '../unsent';

/** "2 later changes of this log wait for it."; nothing where none do. */
export function behindWords({ behind, entry }: UnsentChange): string {
	if (behind === 0) return '';
	const name = registry[entry.table].name.one;
	return behind === 1
		? `1 later change of this ${name} waits for it.`
		: `${behind} later changes of this ${name} wait for it.`;
}

/** The record whole, with the field at fault marked, also where that is empty. */
export function linesWithFault({ lines, fault }: UnsentChange): SummaryRow[] {
	const shown =
		!fault || lines.some(({ column }) => column === fault.column) ? lines : [fault, ...lines];
	return shown.map(({ column, label, text }) => ({
		key: label,
		value: text,
		fault: column === fault?.column
	}));
}
