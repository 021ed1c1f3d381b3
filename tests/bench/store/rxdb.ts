/**
 * RxDB on Dexie, with the same indexes and the same promise (strict durability). In its favour: one tab only, a plain
 * insert without an outbox, a bulk insert without its replication's bookkeeping.
 */
import { createRxDatabase, type RxCollection, type RxDatabase } from 'rxdb/plugins/core';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import type { Log } from '../logs';
import { unsentLog, type Contender } from './contender';
import { measured } from './device';

let database: RxDatabase;
let collection: RxCollection<Log>;

const text = (maxLength: number) => ({ type: 'string', maxLength }) as const;
const nullable = (type: string) => ({ type: [type, 'null'] });

const schema = {
	version: 0,
	primaryKey: 'id',
	type: 'object',
	properties: {
		id: text(36),
		council_id: text(36),
		scope: text(60),
		row_version: { type: 'number' },
		field_versions: { type: 'object' },
		created_by: text(36),
		created_at: text(40),
		updated_by: nullable('string'),
		updated_at: text(40),
		deleted_at: nullable('string'),
		type: text(40),
		occurred_on: text(10),
		coverage: text(10),
		ward_code: text(10),
		place_id: nullable('string'),
		organisation_id: nullable('string'),
		objective_id: text(36),
		action_id: text(36),
		themes: { type: 'array', items: { type: 'string' } },
		barriers: { type: 'array', items: { type: 'string' } },
		heard: { type: 'string' },
		people_count: nullable('number'),
		tallies: { type: 'array', items: { type: 'object' } },
		hate_incident: { type: 'boolean' },
		signposted: { type: 'array', items: { type: 'string' } },
		safety_messages: nullable('number'),
		restricted: { type: 'boolean' }
	},
	required: ['id', 'scope', 'created_by', 'occurred_on', 'ward_code', 'objective_id', 'action_id'],
	indexes: [
		['created_by', 'occurred_on'],
		['ward_code', 'occurred_on'],
		'scope',
		'occurred_on',
		'objective_id',
		'action_id'
	]
};

const newest = (ward: string) =>
	collection.find({
		selector: { ward_code: ward },
		sort: [{ ward_code: 'desc' }, { occurred_on: 'desc' }],
		limit: 50
	});

const rxdb: Contender = {
	open: async (name) => {
		database = await createRxDatabase({
			name,
			storage: getRxStorageDexie({ chromeTransactionDurability: 'strict' }),
			multiInstance: false
		});
		const collections = await database.addCollections({ logs: { schema: schema as never } });
		collection = collections.logs as RxCollection<Log>;
	},
	close: async () => void (await database.close()),
	apply: async (rows) => {
		const { error } = await collection.bulkInsert([...rows]);
		if (error.length > 0) throw new Error(`${error.length} rows were refused`);
	},
	write: async (log) => {
		await collection.insert(unsentLog(log, new Date().toISOString()));
	},
	newest: (ward) => newest(ward).exec(),
	subscribe: (ward, told) => {
		const subscription = newest(ward).$.subscribe((rows) => told(rows));
		return () => subscription.unsubscribe();
	}
};

measured(rxdb);
