/** Says of a table what each person can do and cannot, by trying everything as everybody. */
import { randomUUID } from 'node:crypto';
import type { PendingQuery, Row, TransactionSql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Speaker } from '../../tests/support/database';
import { setScene, type PersonName, type Scene } from './scene';

/** What can be tried on a record. `change own`: one that the person made. */
const VERBS = ['read', 'add', 'change', 'change own'] as const;
type Verb = (typeof VERBS)[number];

/** Who can do what; what is not listed must be refused. */
export type Rights = Record<PersonName | 'anon', readonly Verb[]>;

type Values = Record<string, unknown>;

/** One table under test. */
interface Subject {
	/** The columns of a record of the scene's council, without its id. */
	record: (scene: Scene) => Values;
	/** A change that anybody who may change the record may make. */
	change: Values;
	rights: Rights;
}

class Undo extends Error {
	constructor(readonly outcome: number) {
		super('rolled back');
	}
}

/** What a statement comes to: the number of rows it touched, or the SQLSTATE that stopped it. It is undone. */
export async function outcome(
	speaker: Speaker,
	statement: (tx: TransactionSql) => PendingQuery<Row[]>
): Promise<number | string> {
	try {
		return await speaker(async (tx) => {
			throw new Undo((await statement(tx)).count);
		});
	} catch (error) {
		if (error instanceof Undo) return error.outcome;
		return (error as { code: string }).code;
	}
}

export const NOT_ALLOWED = '42501';

/** The tests of one table: a section per person. */
export function describeRights(table: string, { record, change, rights }: Subject): void {
	describe(table, () => {
		let scene: Scene;
		beforeAll(async () => {
			scene = await setScene();
		});
		afterAll(() => scene.drop());

		describe.each(Object.entries(rights) as [PersonName | 'anon', readonly Verb[]][])(
			'%s',
			(person, granted) => {
				const userId = () => (person === 'anon' ? null : scene.people[person]);

				test.each(VERBS)(
					`${granted.length ? `can ${granted.join(', ')}` : 'can do nothing'}: %s`,
					async (verb) => {
						const speaker = scene.as(userId());
						const id = randomUUID();
						if (verb !== 'add') await put(id, verb === 'change own' ? userId() : null);
						const result = await outcome(speaker, (tx) => attempt(tx, verb, id));
						if (granted.includes(verb)) expect(result).toBe(1);
						else expect([0, NOT_ALLOWED]).toContain(result);
					}
				);

				test('cannot delete for good, nor write what the server writes', async () => {
					const speaker = scene.as(userId());
					const id = randomUUID();
					await put(id, userId());
					const forged = {
						scope: `user:${scene.people.stranger}`,
						created_by: scene.people.stranger
					};
					expect(
						await outcome(speaker, (tx) => tx`delete from ${tx(table)} where id = ${id}`)
					).toBe(NOT_ALLOWED);
					for (const [column, value] of Object.entries(forged)) {
						const values = { [column]: value };
						expect(
							await outcome(
								speaker,
								(tx) => tx`update ${tx(table)} set ${tx(values)} where id = ${id}`
							)
						).toBe(NOT_ALLOWED);
						const row = { id: randomUUID(), ...record(scene), ...values };
						expect(await outcome(speaker, (tx) => tx`insert into ${tx(table)} ${tx(row)}`)).toBe(
							NOT_ALLOWED
						);
					}
				});
			}
		);

		async function put(id: string, author: string | null): Promise<void> {
			const row = { id, ...record(scene), created_by: author };
			await scene.sql`insert into ${scene.sql(table)} ${scene.sql(row)}`;
		}

		function attempt(tx: TransactionSql, verb: Verb, id: string): PendingQuery<Row[]> {
			if (verb === 'read') return tx`select id from ${tx(table)} where id = ${id}`;
			if (verb === 'add') return tx`insert into ${tx(table)} ${tx({ id, ...record(scene) })}`;
			return tx`update ${tx(table)} set ${tx(change)} where id = ${id}`;
		}
	});
}
