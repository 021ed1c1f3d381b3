/** Three phones, an administrator's changes and two slow transactions on one database, and what must be true at rest. */
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { ReservedSql, TransactionSql } from 'postgres';
import { expect } from 'vitest';
import { logFields, setScene, WARDS, type Scene } from '../../supabase/tests/scene';
import type { SyncedRow } from '../../supabase/tests/sync-client';
import { Phone } from './phone';
import type { Step } from './steps';

const PAGE = 5;
const wards = Object.values(WARDS);

export class Town {
	#phones: Phone[] = [];
	#slow: (ReservedSql | null)[] = [null, null];
	#number = 0;

	private constructor(
		private readonly scene: Scene,
		private readonly tables: readonly string[]
	) {}

	static async found(): Promise<Town> {
		const scene = await setScene({ connections: 6 });
		const tables = await scene.sql<
			{ table_name: string }[]
		>`select table_name from private.synced_tables`;
		return new Town(
			scene,
			tables.map(({ table_name }) => table_name)
		);
	}

	get sql() {
		return this.scene.sql;
	}

	async leave(): Promise<void> {
		await this.#endSlow('rollback');
		await this.scene.drop();
	}

	/** Lives through some steps from a fresh morning on, comes to rest, and looks whether everybody agrees. */
	async live(steps: readonly Step[]): Promise<void> {
		await this.#wake();
		for (const step of steps) await this.#take(step);
		await this.#rest();
		for (const phone of this.#phones) await this.#checkPhone(phone);
	}

	async #wake(): Promise<void> {
		await this.#endSlow('rollback');
		const { scene, sql } = this;
		await sql.begin(async (tx) => {
			await tx`delete from engagement_logs`;
			await tx`delete from audit_log`;
			await tx`delete from sync_exits`;
			await tx`delete from sync_mutations`;
			await tx`update areas set locality_id = ${scene.south} where code in ${tx([WARDS.leys, WARDS.brook])}`;
			await tx`update areas set locality_id = ${scene.north} where code in ${tx([WARDS.marston, WARDS.edge])}`;
			await tx`delete from memberships where user_id in ${tx(this.#officers())}`;
		});
		await this.#setRole(0, 0, true);
		await this.#setRole(1, 1, true);
		for (let i = 0; i < 4; i++) await sql`insert into engagement_logs ${sql(this.#log(i))}`;
		this.#phones = (['aisha', 'tom', 'manager'] as const).map(
			(name) => new Phone(name, scene.as(scene.people[name]))
		);
	}

	async #take(step: Step): Promise<unknown> {
		switch (step.kind) {
			case 'create':
				return this.#phone(step.phone).queue('insert', randomUUID(), this.#log(step.ward));
			case 'edit':
				return this.#withLog(step, (phone, log) =>
					phone.queue('update', log.id, { [step.column]: this.#value(step.column, log) })
				);
			case 'delete':
				return this.#withLog(step, (phone, log) => phone.queue('delete', log.id));
			case 'push':
				return this.#phone(step.phone).push(step.luck);
			case 'pull':
				return this.#phone(step.phone).pull(step.pages, PAGE);
			case 'moveLog': {
				const id = await this.#anyLog(step.log);
				return this.#patiently(
					(tx) =>
						tx`update engagement_logs set ward_code = ${this.#ward(step.ward)} where id = ${id}`
				);
			}
			case 'moveWard': {
				const locality = this.#locality(step.locality);
				return this.#patiently(
					(tx) =>
						tx`update areas set locality_id = ${locality} where code = ${this.#ward(step.ward)}`
				);
			}
			case 'grant':
			case 'revoke':
				return this.#setRole(step.officer, step.locality, step.kind === 'grant');
			case 'writeSlowly':
				return this.#writeSlowly(step.connection, step.ward, step.log);
			case 'endSlowly':
				return this.#endSlow(step.commit ? 'commit' : 'rollback', step.connection);
		}
	}

	/** Everything that is open ends, everything that waits is sent, everything there is is pulled. */
	async #rest(): Promise<void> {
		await this.#endSlow('commit');
		for (const phone of this.#phones)
			for (let tries = 0; phone.outbox.length > 0; tries++) {
				if (tries > 100) throw new Error(`${phone.name} cannot send`);
				await phone.push('fine');
			}
		// Twice: transactions of other tests on this server hold the horizon back, as a slow one of ours would. While they do,
		// each walk brings again what lies behind it, and each step of the horizon asks for one more.
		for (const phone of [...this.#phones, ...this.#phones])
			for (let tries = 0; await phone.pull(200, PAGE); tries++) {
				if (tries > 100) throw new Error('the pages never end');
				await setTimeout(100);
			}
	}

	async #checkPhone(phone: Phone): Promise<void> {
		const may = await this.#visibleTo(phone);
		expect(Object.fromEntries(phone.held), `${phone.name} holds what they may see`).toEqual(may);
		const stored = await this.sql<{ mid: number }[]>`
			select mid::int from sync_mutations where client_id = ${phone.client} order by mid`;
		for (const { mid, op, set = {} } of phone.sent) {
			const [verdict, ...again] = phone.verdicts.get(mid) ?? [];
			if (!verdict) throw new Error(`${phone.name} has no verdict on ${mid}`);
			for (const repeated of again)
				expect(repeated.verdict, 'a retry gets the same verdict').toBe(verdict.verdict);
			if (op !== 'update') continue;
			for (const [column, value] of Object.entries(set))
				if (column !== 'restricted') {
					const left = verdict.verdict === 'conflict' && column === 'heard';
					const effects = verdict.verdict === 'rejected' || left ? 0 : 1;
					expect(await this.#effects(column, value), `effects of ${phone.name}'s ${mid}`).toBe(
						effects
					);
				}
		}
		expect(
			stored.map(({ mid }) => mid),
			'one verdict per mutation'
		).toEqual(phone.sent.map(({ mid }) => mid));
	}

	/** The live rows of a person's scopes, read directly, under row level security. */
	async #visibleTo(phone: Phone): Promise<Record<string, SyncedRow>> {
		const { scene } = this;
		const person = scene.people[phone.name as 'aisha'];
		const rows = await scene.as(person)((tx) =>
			tx.unsafe<{ key: string; row: SyncedRow }[]>(
				this.tables
					.map(
						(
							table
						) => `select '${table} ' || id as key, to_jsonb(${table}) - 'xid' as row from ${table}
							where deleted_at is null and scope in (select private.my_scopes())`
					)
					.join(' union all ')
			)
		);
		return Object.fromEntries(rows.map(({ key, row }) => [key, row]));
	}

	/** How often a value was written into a column: every value is written by one mutation only. */
	async #effects(column: string, value: unknown): Promise<number> {
		const entries = await this.sql`
			select 1 from audit_log
			where taken and changes -> ${column} -> 'to' = ${this.sql.json(value as never)}`;
		return entries.length;
	}

	#phone(number: number): Phone {
		const phone = this.#phones[number % this.#phones.length];
		if (!phone) throw new Error('there are no phones');
		return phone;
	}

	#withLog(
		step: { phone: number; log: number },
		then: (phone: Phone, log: SyncedRow) => void
	): void {
		const phone = this.#phone(step.phone);
		const log = phone.logs[step.log % Math.max(1, phone.logs.length)];
		if (log) then(phone, log);
	}

	#value(column: 'heard' | 'people_count' | 'restricted', log: SyncedRow): unknown {
		if (column === 'restricted') return !log[column];
		const number = ++this.#number;
		return column === 'heard' ? `Heard ${number}` : number % 100_000;
	}

	#log(ward: number): Record<string, unknown> {
		return logFields(this.scene, { ward_code: this.#ward(ward), heard: 'New.' });
	}

	#ward(number: number): string {
		return wards[number % wards.length] as string;
	}

	#locality(number: number): string {
		return number === 0 ? this.scene.south : this.scene.north;
	}

	#officers(): string[] {
		return [this.scene.people.aisha, this.scene.people.tom];
	}

	async #anyLog(number: number): Promise<string | null> {
		const logs = await this.sql<
			{ id: string }[]
		>`select id from engagement_logs order by created_at, id`;
		return logs[number % Math.max(1, logs.length)]?.id ?? null;
	}

	async #setRole(officer: number, locality: number, given: boolean): Promise<void> {
		const { sql, scene } = this;
		const role = {
			council_id: scene.council,
			user_id: this.#officers()[officer] as string,
			role: 'officer',
			locality_id: this.#locality(locality)
		};
		const same = sql`user_id = ${role.user_id} and locality_id = ${role.locality_id}`;
		if (!given)
			await sql`update memberships set deleted_at = now() where ${same} and deleted_at is null`;
		else if (
			(await sql`select 1 from memberships where ${same} and deleted_at is null`).length === 0
		)
			await sql`insert into memberships ${sql(role)}`;
	}

	async #writeSlowly(connection: number, ward: number, log: number): Promise<void> {
		const id = await this.#anyLog(log);
		const open = this.#slow[connection] ?? (await this.sql.reserve());
		if (!this.#slow[connection]) await open`begin`;
		this.#slow[connection] = open;
		await open`savepoint step`;
		try {
			await open`set local lock_timeout = '20ms'`;
			await open`insert into engagement_logs ${open(this.#log(ward))}`;
			await open`update engagement_logs set type = 'visit' where id = ${id}`;
		} catch (error) {
			givenUp(error as Error);
			await open`rollback to savepoint step`;
		}
	}

	/** Ends one slow transaction, or all. */
	async #endSlow(end: 'commit' | 'rollback', only?: number): Promise<void> {
		for (const [connection, open] of this.#slow.entries())
			if (open && (only === undefined || only === connection)) {
				await open.unsafe(end);
				open.release();
				this.#slow[connection] = null;
			}
	}

	/** A change by the council's own hand that gives up on a lock: the world need not change at every step. */
	async #patiently(change: (tx: TransactionSql) => Promise<unknown>): Promise<void> {
		await this.sql
			.begin(async (tx) => {
				await tx`set local lock_timeout = '20ms'`;
				await change(tx);
			})
			.catch(givenUp);
	}
}

/** Waiting for a lock is given up quietly; anything else is a fault. */
function givenUp(error: Error & { code?: string }): void {
	if (error.code !== '55P03') throw error;
}
