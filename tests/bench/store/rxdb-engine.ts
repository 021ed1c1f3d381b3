/** The same of RxDB: its core, its Dexie storage and its replication with Supabase. */
export { createRxDatabase } from 'rxdb/plugins/core';
export { replicateSupabase } from 'rxdb/plugins/replication-supabase';
export { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
