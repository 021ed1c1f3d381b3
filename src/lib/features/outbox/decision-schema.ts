/** How a decision between two people's changes is read. It needs the schemas of every record type, so it comes when asked for. */
import * as z from 'zod/mini';
import { definitions } from '$lib/records/definitions';
import type { OutboxEntry, Values } from '$lib/store/outbox';
import type { Decision, Dispute } from './dispute';

/** Reads a decided form into the columns' values, or finds what is still undecided. */
export function decisionSchema({
	entry: { table },
	columns,
	note
}: Dispute): z.ZodMiniType<Values, Decision> {
	return z.pipe(
		z.custom<Decision>(),
		z.transform((decision, context) => {
			const decided: Values = {};
			const fault = (field: string, message: string) =>
				context.issues.push({ code: 'custom', message, path: [field], input: decision });
			for (const { column, label, mine, theirs } of columns) {
				const choice = decision[column];
				if (choice === 'mine') decided[column] = mine.value;
				else if (choice === 'theirs') decided[column] = theirs.value;
				else if (choice === 'both') decided[column] = decision[`${column}-text`]?.trim() ?? '';
				else fault(column, `${label}: choose which one stays`);
				const wrong = choice === 'both' && faultOf(table, column, decided[column]);
				if (wrong) fault(`${column}-text`, wrong);
			}
			const added = decision.note?.trim();
			if (note && added) {
				decided[note.column] = [note.now, added].filter(Boolean).join('\n');
				const wrong = faultOf(table, note.column, decided[note.column]);
				if (wrong) fault('note', wrong);
			}
			return decided;
		})
	);
}

/** The sentence for a value that its column does not take. */
function faultOf(table: OutboxEntry['table'], column: string, value: unknown): string | undefined {
	const shape = definitions[table].schema.def.shape as Record<string, z.ZodMiniType>;
	return shape[column]?.safeParse(value).error?.issues[0]?.message;
}
