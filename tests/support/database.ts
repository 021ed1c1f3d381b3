/** A database of one's own for a test file, and a way to speak in it as somebody. */
import { randomUUID } from 'node:crypto';
import postgres, { type Sql, type TransactionSql } from 'postgres';
import { inject } from 'vitest';

/** Runs `work` in one transaction of one person's. */
export type Speaker = <T>(work: (tx: TransactionSql) => Promise<T>) => Promise<T>;

export interface TestDatabase {
	/** Connection string, as superuser. */
	url: string;
	/** Speaks as superuser: for setting the scene and for looking at what became of it. */
	sql: Sql;
	/** Speaks as a signed-in person, or (null) as somebody who is not signed in: the API's roles, row level security on. */
	as(userId: string | null): Speaker;
	/** Closes the connections and drops the database. */
	drop(): Promise<void>;
}

/** Copies the migrated template. `connections` is how many transactions can be open at once. */
export async function createDatabase({ connections = 4 } = {}): Promise<TestDatabase> {
	const name = `test_${randomUUID().replaceAll('-', '')}`;
	await onServer((server) =>
		server.unsafe(`create database ${name} template ${inject('templateDatabase')}`)
	);
	const url = new URL(inject('testServer'));
	url.pathname = name;
	const sql = postgres(url.href, { max: connections, onnotice: () => undefined });
	return {
		url: url.href,
		sql,
		as: (userId) => (work) => speak(sql, userId, work),
		drop: async () => {
			await sql.end({ timeout: 5 });
			await onServer((server) => server.unsafe(`drop database ${name} with (force)`));
		}
	};
}

/** One transaction as the API runs it: the role of the request, and the claims of its token. */
async function speak<T>(
	sql: Sql,
	userId: string | null,
	work: (tx: TransactionSql) => Promise<T>
): Promise<T> {
	const result = await sql.begin(async (tx) => {
		await assume(tx, userId);
		return { value: await work(tx) };
	});
	return result.value;
}

/** Makes an open transaction speak as a person (or null: nobody signed in) until it ends. */
export async function assume(tx: TransactionSql, userId: string | null): Promise<void> {
	const role = userId === null ? 'anon' : 'authenticated';
	const claims = userId === null ? { role } : { role, sub: userId };
	await tx`select set_config('request.jwt.claims', ${JSON.stringify(claims)}, true),
		set_config('role', ${role}, true)`;
}

async function onServer(work: (server: Sql) => Promise<unknown>): Promise<void> {
	const server = postgres(inject('testServer'), { max: 1, onnotice: () => undefined });
	try {
		await work(server);
	} finally {
		await server.end();
	}
}
