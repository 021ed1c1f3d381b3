/** All that keeps records on a device and in step with the server: what an app would bundle of it. */
export { live } from '../../../src/lib/store/live.svelte';
export { Store } from '../../../src/lib/store/store';
export { SyncEngine } from '../../../src/lib/sync/engine';
export { SyncStatus } from '../../../src/lib/sync/status.svelte';
