/** The conflict rule on the phone: what the server left alone, this decides or hands to the person (docs/sync.md). */
import { registry } from '$lib/records/registry';
import { unseal } from '$lib/store/codec';
import type { Change, OutboxEntry, Problem, Theirs } from '$lib/store/outbox';
import type { Outcome } from '$lib/store/settle';
import { mergeText } from '$lib/text/merge';
import type { Verdict } from './remote';

/** What to do with a sent change, given the server's verdict on it. */
export function outcomeOf(entry: OutboxEntry, verdict: Verdict): Outcome {
	if (verdict.verdict === 'rejected')
		return { kind: 'rejected', problem: problemOf(verdict, verdict.conflicts) };
	const conflicts = verdict.conflicts ?? {};
	if (verdict.verdict === 'applied') return { kind: 'applied', ...replacedBut(conflicts, {}) };
	const { merged, disputed } = decide(entry, conflicts);
	return {
		kind: 'conflict',
		...replacedBut(conflicts, { ...merged.set, ...disputed }),
		merged: isEmpty(merged.set) ? null : merged,
		disputed: isEmpty(disputed)
			? null
			: {
					change: part(unseal(entry.body), Object.keys(disputed)),
					problem: problemOf(verdict, disputed)
				}
	};
}

/** Columns in which somebody else's value gave way: plain ones, that were neither merged nor left alone. */
function replacedBut(
	conflicts: Record<string, Theirs>,
	settled: object
): { replaced?: Record<string, Theirs> } {
	const replaced = Object.entries(conflicts).filter(([column]) => !(column in settled));
	return replaced.length > 0 ? { replaced: Object.fromEntries(replaced) } : {};
}

/** Long text that merges cleanly is merged; other long text, and what people decide, is in dispute. The rest was applied. */
function decide(
	entry: OutboxEntry,
	conflicts: Record<string, Theirs>
): { merged: Change; disputed: Record<string, Theirs> } {
	const { set, was } = unseal(entry.body);
	const rules = registry[entry.table].merge as Record<string, string>;
	const merged: Change = { set: {}, base: {}, was: {} };
	const disputed: Record<string, Theirs> = {};
	for (const [column, conflict] of Object.entries(conflicts)) {
		if (rules[column] === undefined) continue;
		const { theirs, version } = conflict;
		const text =
			rules[column] === 'text'
				? mergeText(asText(was[column]), asText(set[column]), asText(theirs))
				: null;
		if (text === null) disputed[column] = conflict;
		else {
			merged.set[column] = text;
			merged.base[column] = version;
			merged.was[column] = theirs;
		}
	}
	// A newer server left a column alone by a rule that this build does not know: the person decides.
	if (isEmpty(merged.set) && isEmpty(disputed)) return { merged, disputed: conflicts };
	return { merged, disputed };
}

function problemOf(verdict: Verdict, conflicts: Record<string, Theirs> | undefined): Problem {
	return {
		verdict: verdict.verdict === 'conflict' ? 'conflict' : 'rejected',
		code: verdict.code ?? verdict.verdict,
		message: verdict.message ?? '',
		...(typeof verdict.column === 'string' && { column: verdict.column }),
		...(conflicts && { conflicts })
	};
}

/** A text that was never filled in is an empty one. */
function asText(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

function part({ set, base, was }: Change, columns: readonly string[]): Change {
	return { set: pick(set, columns), base: pick(base, columns), was: pick(was, columns) };
}

function pick<V>(values: Record<string, V>, columns: readonly string[]): Record<string, V> {
	return Object.fromEntries(Object.entries(values).filter(([column]) => columns.includes(column)));
}

function isEmpty(values: object): boolean {
	return Object.keys(values).length === 0;
}
