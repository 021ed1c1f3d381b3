/** Four people with phones, somebody at a desk, and the database between them. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { EngagementLogFields } from '../../../src/lib/records/engagement/engagement-log';
import type { Row } from '../../../src/lib/records/registry';
import { unseal } from '../../../src/lib/store/codec';
import type { OutboxEntry } from '../../../src/lib/store/outbox';
import type { Store } from '../../../src/lib/store/store';
import { logFields, setScene, WARDS, type Scene } from '../../../supabase/tests/scene';
import { Ledger } from './ledger';
import { Phone, type Breakage, type Weather } from './phone';
import type { Step } from './steps';

export const FINE: Weather = {
	requestLost: 0,
	answerLost: 0,
	repeated: 0,
	writesDuring: 0,
	diesAt: 0,
	uploadLost: 0,
	page: 50
};

const wards: (string | null)[] = [...Object.values(WARDS), null];

export class World {
	phones: Phone[] = [];
	ledger = new Ledger();
	/** The paths of the pictures that were stored: what Storage is to the phones. */
	readonly storage = new Set<string>();
	/** What each person had in hand last. */
	#inHand = new Map<string, string>();
	/** Lets transactions go that somebody holds open. */
	#held: (() => Promise<unknown>)[] = [];

	private constructor(readonly scene: Scene) {}

	static async make(): Promise<World> {
		return new World(await setScene({ connections: 8 }));
	}

	/** A fresh morning: no logs, everybody in their first role, new phones. */
	async wake(breakage: Breakage | null): Promise<void> {
		await this.sleep();
		const { scene } = this;
		const { sql, people } = scene;
		await sql.begin(async (tx) => {
			await tx`delete from attachments`;
			await tx`delete from engagement_logs`;
			await tx`delete from audit_log`;
			await tx`delete from sync_exits`;
			await tx`delete from sync_mutations`;
			await tx`update actions set status = 'not_started', progress_note = 'Planned.'`;
			await tx`update areas set locality_id = ${scene.south} where code in ${tx([WARDS.leys, WARDS.brook])}`;
			await tx`update areas set locality_id = ${scene.north} where code = ${WARDS.marston}`;
			await tx`update areas set locality_id = null where code = ${WARDS.edge}`;
			await tx`delete from memberships where user_id in ${tx([people.aisha, people.tom])}`;
			await tx`insert into memberships ${tx([
				{ ...this.#officer(0), locality_id: scene.south },
				{ ...this.#officer(1), locality_id: scene.north }
			])}`;
			await tx`insert into engagement_logs ${tx([
				{ ...logFields(scene), created_by: people.aisha },
				{ ...logFields(scene, { ward_code: WARDS.marston }), created_by: people.tom },
				{ ...logFields(scene, { coverage: 'online', ward_code: null }), created_by: people.aisha }
			])}`;
		});
		this.ledger = new Ledger();
		this.storage.clear();
		this.phones = [people.aisha, people.tom, people.cleared, people.admin].map(
			(person) => new Phone(scene, person, this.storage, breakage)
		);
		for (const phone of this.phones) await phone.sync(FINE, () => Promise.resolve());
	}

	/** Ends what is open and puts the phones away. */
	async sleep(): Promise<void> {
		await this.#release();
		for (const phone of this.phones.splice(0)) await phone.wipe();
	}

	async take(step: Step): Promise<void> {
		switch (step.kind) {
			case 'create':
				return this.#create(this.#phone(step.phone), wards[step.ward] ?? null);
			case 'edit':
				return this.#edit(this.#phone(step.phone), step.record, step);
			case 'move':
				return this.#onLog(step, ({ store }, { id }) =>
					store.write.update('engagement_logs', id, where(wards[step.ward] ?? null))
				);
			case 'restrict':
				return this.#onLog(step, ({ store }, { id, restricted }) =>
					store.write.update('engagement_logs', id, { restricted: !restricted })
				);
			case 'picture':
				return this.#onLog(step, ({ store }, log) => this.#picture(store, log));
			case 'report':
				return this.#report(this.#phone(step.phone), step);
			case 'remove':
				return this.#onLog(step, async (phone, { id }) => {
					await phone.store.write.remove('engagement_logs', id);
					this.ledger.strike(phone.userId, id);
				});
			case 'sync': {
				const phone = this.#phone(step.phone);
				const edit = { what: 'both', end: 'end' } as const;
				await phone.sync(step.weather, () => this.#edit(phone, step.record, edit));
				return;
			}
			case 'decide':
				return this.#decide(this.#phone(step.phone), step.record, step.again);
			case 'role':
				return this.#role(step.officer, step.locality);
			case 'moveWard':
				await this.#patiently(
					(sql) => sql`
						update areas set locality_id = ${this.#localities()[step.locality] ?? null}
						where code = ${wards[step.ward] ?? null}`
				);
				return;
			case 'desk':
				return this.#desk(step.record, step.hold);
			case 'release':
				return this.#release();
		}
	}

	/** Everything that is open ends, and every phone syncs in fine weather until nothing more happens. */
	async rest(): Promise<void> {
		await this.#release();
		for (let round = 0; round < 2; round++)
			for (const phone of this.phones)
				for (let tries = 0; !(await phone.sync(FINE, () => Promise.resolve())); tries++) {
					if (tries > 20) throw new Error('a phone cannot sync');
					await sleep(20);
				}
	}

	async #create(phone: Phone, ward: string | null): Promise<void> {
		const text = this.ledger.sentence();
		const fields = { ...logFields(this.scene, { heard: text }), ...where(ward) };
		const id = await phone.store.write.insert('engagement_logs', {
			place_id: null,
			organisation_id: null,
			action_id: null,
			themes: [],
			barriers: [],
			people_count: null,
			tallies: [],
			hate_incident: false,
			signposted: [],
			partner_ids: [],
			councillor_present: false,
			audiences: [],
			sentiment: null,
			needed: '',
			strengths: [],
			strong: '',
			connected_organisation_ids: [],
			channel: null,
			languages: [],
			resources: [],
			programmes: [],
			safety_messages: null,
			restricted: false,
			...(fields as unknown as Partial<EngagementLogFields>)
		} as EngagementLogFields & { council_id: string });
		this.ledger.wrote({ text, writer: phone.userId, record: id, kind: 'sentence' });
		this.#inHand.set(phone.userId, id);
	}

	async #edit(
		phone: Phone,
		record: number | null,
		{ what, end }: { what: string; end: string }
	): Promise<void> {
		await this.#onLog({ phone, record }, async ({ store, userId }, log) => {
			const text = this.ledger.sentence();
			const count = this.ledger.number();
			await store.write.update('engagement_logs', log.id, {
				...(what !== 'count' && { heard: joined(log.heard, text, end) }),
				...(what !== 'heard' && { people_count: count })
			});
			const piece = { writer: userId, record: log.id };
			if (what !== 'count') this.ledger.wrote({ ...piece, text, kind: 'sentence' });
			if (what !== 'heard') this.ledger.wrote({ ...piece, text: String(count), kind: 'number' });
		});
	}

	async #picture(store: Store, { id, council_id }: Row<'engagement_logs'>): Promise<void> {
		const sha256 = this.ledger.number().toString(16).padStart(64, '0');
		const picture = { sha256, byte_size: 8, width: 4, height: 3, description: '' };
		await store.write.together(async () => {
			await store.photos.hold('engagement_logs', id, picture, new ArrayBuffer(8));
			await store.photos.attach(council_id, id);
		});
	}

	async #report(phone: Phone, { status, end }: Step & { kind: 'report' }): Promise<void> {
		const action = await phone.store.records('actions').get(this.scene.action);
		if (!action) return;
		const text = this.ledger.sentence();
		await phone.store.write.update('actions', action.id, {
			...(status !== null && { status }),
			...(end !== null && { progress_note: joined(action.progress_note ?? '', text, end) })
		});
		if (end !== null)
			this.ledger.wrote({ text, writer: phone.userId, record: action.id, kind: 'sentence' });
	}

	async #decide(phone: Phone, number: number, again: boolean): Promise<void> {
		const attention = (await phone.store.outbox()).filter(({ state }) => state === 'attention');
		const entry = attention[number % Math.max(1, attention.length)];
		if (!entry) return;
		this.ledger.decided.add(entry.id);
		if (entry.problem?.verdict === 'conflict') await this.#settleDispute(phone, entry, again);
		else if (again) await phone.store.write.sendAgain(entry.mid);
		else {
			await phone.store.write.discard(entry.mid);
			this.ledger.strike(phone.userId, entry.id);
		}
	}

	/** Keeps all of one's own, as it is on the screen now, or all of theirs. */
	async #settleDispute({ store, userId }: Phone, entry: OutboxEntry, mine: boolean): Promise<void> {
		const { id, mid, table } = entry;
		const row = (await store.records(table).get(id)) as Record<string, unknown> | undefined;
		const columns = Object.keys(entry.problem?.conflicts ?? {});
		if (mine && row)
			return store.write.decide(mid, Object.fromEntries(columns.map((c) => [c, row[c]])));
		// What was sent and not taken is in the history. What was written over it since never left the phone.
		const waiting = (await store.outbox()).filter((other) => other.id === id && other.mid !== mid);
		const unsent = JSON.stringify(waiting.map(({ body }) => pick(unseal(body).set, columns)));
		const sent = JSON.stringify(unseal(entry.body).set);
		await store.write.decide(mid, {});
		this.ledger.strike(userId, id, ({ text }) => unsent.includes(text) && !sent.includes(text));
	}

	/** Gives an officer a locality, or takes it away where they have it. */
	async #role(number: number, locality: number): Promise<void> {
		const { sql } = this.scene;
		const role = { ...this.#officer(number), locality_id: this.#localities()[locality] as string };
		const same = sql`user_id = ${role.user_id} and locality_id = ${role.locality_id}`;
		const { count } =
			await sql`update memberships set deleted_at = now() where ${same} and deleted_at is null`;
		if (count === 0) await sql`insert into memberships ${sql(role)}`;
	}

	/** SQL on the current text, as a manager's desktop would do it: it is acknowledged when it commits. */
	async #desk(record: number, hold: boolean): Promise<void> {
		const { sql } = this.scene;
		const logs = await sql<{ id: string }[]>`
			select id from engagement_logs where deleted_at is null order by created_at, id`;
		const log = logs[record % Math.max(1, logs.length)];
		if (!log) return;
		const text = this.ledger.sentence();
		const change = (tx: Scene['sql']) =>
			tx`update engagement_logs set heard = heard || ${' ' + text} where id = ${log.id}`;
		const piece = { text, writer: null, record: log.id, kind: 'sentence' } as const;
		if (!hold || this.#held.length > 1) {
			if (await this.#patiently(change)) this.ledger.wrote(piece);
			return;
		}
		const open = await sql.reserve();
		await open`begin`;
		await open`set local lock_timeout = '50ms'`;
		const changed = await change(open).then(() => true, givenUp);
		this.#held.push(async () => {
			await open.unsafe(changed ? 'commit' : 'rollback');
			open.release();
			if (changed) this.ledger.wrote(piece);
		});
	}

	async #release(): Promise<void> {
		for (const end of this.#held.splice(0)) await end();
	}

	async #onLog(
		{ phone, record }: { phone: Phone | number; record: number | null },
		then: (phone: Phone, log: Row<'engagement_logs'>) => Promise<void>
	): Promise<void> {
		const at = typeof phone === 'number' ? this.#phone(phone) : phone;
		const logs = await at.store.records('engagement_logs').all();
		const inHand = logs.find(({ id }) => id === this.#inHand.get(at.userId));
		const log = record === null && inHand ? inHand : logs[(record ?? 0) % Math.max(1, logs.length)];
		if (!log) return;
		this.#inHand.set(at.userId, log.id);
		await then(at, log);
	}

	#phone(number: number): Phone {
		const phone = this.phones[number % this.phones.length];
		if (!phone) throw new Error('there are no phones');
		return phone;
	}

	#officer(number: number) {
		const { council, people } = this.scene;
		const user_id = [people.aisha, people.tom][number] as string;
		return { council_id: council, user_id, role: 'officer' };
	}

	#localities(): string[] {
		return [this.scene.south, this.scene.north];
	}

	/** A change that gives up on a lock: the world need not change at every step. Returns whether it did. */
	async #patiently(change: (sql: Scene['sql']) => Promise<unknown>): Promise<boolean> {
		return this.scene.sql
			.begin(async (tx) => {
				await tx`set local lock_timeout = '50ms'`;
				await change(tx as unknown as Scene['sql']);
			})
			.then(() => true, givenUp);
	}
}

function pick(values: Record<string, unknown>, columns: readonly string[]) {
	return Object.fromEntries(Object.entries(values).filter(([column]) => columns.includes(column)));
}

function where(ward: string | null) {
	return ward === null
		? ({ coverage: 'city_wide', ward_code: null } as const)
		: ({ coverage: 'ward', ward_code: ward } as const);
}

function joined(text: string, sentence: string, end: string): string {
	return end === 'start' ? `${sentence} ${text}` : `${text} ${sentence}`;
}

/** Waiting for a lock is given up quietly; anything else is a fault. */
function givenUp(error: Error & { code?: string }): false {
	if (error.code !== '55P03' && error.code !== '40P01') throw error;
	return false;
}
