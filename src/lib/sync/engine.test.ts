import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Failure } from '$lib/errors/failure';
import { logFields, NORTH, SOUTH } from '$lib/store/samples';
import { Store } from '$lib/store/store';
import { SyncEngine } from './engine';
import { page, ScriptedRemote } from './scripted-remote';
import { SyncStatus } from './status.svelte';

/** What the engine needs of a browser. */
const screen = Object.assign(new EventTarget(), { visibilityState: 'visible' });
let browser: EventTarget;
let store: Store;
let remote: ScriptedRemote;
let engine: SyncEngine;
const announced = vi.fn();

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	browser = new EventTarget();
	screen.visibilityState = 'visible';
	vi.stubGlobal('window', browser);
	vi.stubGlobal('document', screen);
	vi.stubGlobal('navigator', { onLine: true });
	vi.spyOn(console, 'error').mockImplementation(() => undefined);
	announced.mockClear();
	open();
});
afterEach(() => {
	engine.stop();
	store.close();
	vi.useRealTimers();
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

function open(): void {
	store = new Store(crypto.randomUUID());
	remote = new ScriptedRemote();
	remote.pages.push(page({}, { scopes: [SOUTH] }));
	engine = new SyncEngine(
		store,
		remote,
		new SyncStatus({ sent: announced, sentPhotos: announced })
	);
}

/** Exchanges so far. */
const asked = () => remote.pulled.length;
/** Waits for the engine to come to rest. */
const rested = async () => {
	await engine.sync();
	remote.pulled.splice(0);
};
const eventually = (count: number) => vi.waitFor(() => expect(asked()).toBe(count));

describe('begins an exchange', () => {
	beforeEach(async () => {
		engine.start();
		await rested();
	});

	it('after a write', async () => {
		await store.write.insert('engagement_logs', logFields());
		await eventually(1);
		expect(remote.pushed).toHaveLength(1);
		expect(announced).toHaveBeenCalledOnce();
	});

	it.each(['online', 'focus'])('when the browser says %s', async (event) => {
		browser.dispatchEvent(new Event(event));
		await eventually(1);
	});

	it('when the app comes back on screen, and not when it leaves it', async () => {
		screen.visibilityState = 'hidden';
		screen.dispatchEvent(new Event('visibilitychange'));
		screen.visibilityState = 'visible';
		screen.dispatchEvent(new Event('visibilitychange'));
		await eventually(1);
	});

	it('from time to time, but not while nobody looks', async () => {
		vi.advanceTimersByTime(14_999);
		expect(asked()).toBe(0);
		vi.advanceTimersByTime(1);
		await eventually(1);
		await rested();
		screen.visibilityState = 'hidden';
		vi.advanceTimersByTime(600_000);
		await engine.sync();
		expect(asked()).toBe(1);
	});
});

it('runs once more for what comes while it runs, however much that is', async () => {
	remote.pages.unshift(() => {
		for (let poke = 0; poke < 5; poke++) void engine.sync();
		return page({}, { scopes: [SOUTH] });
	});
	await engine.sync();
	expect(asked()).toBe(2);
});

it('misses no call between two runs', async () => {
	for (let call = 1; call <= 20; call++) {
		const run = engine.sync();
		for (let turn = 0; turn < call; turn++) await Promise.resolve();
		const before = asked();
		await engine.sync();
		await run;
		expect(asked()).toBeGreaterThan(before);
	}
});

describe('after a failure', () => {
	it.each(['offline', 'unavailable', 'signed_out'] as const)(
		'says %s, tries again later, and is well again',
		async (code) => {
			remote.pages.unshift(new Failure(code));
			await engine.sync();
			expect(engine.status.problem).toBe(code);
			vi.advanceTimersByTime(2_000);
			await eventually(2);
			await engine.sync();
			expect(engine.status.problem).toBeNull();
		}
	);

	it('waits longer each time', async () => {
		vi.spyOn(Math, 'random').mockReturnValue(1);
		remote.pages.unshift(new Failure('offline'), new Failure('offline'));
		await engine.sync();
		vi.advanceTimersByTime(2_000);
		await eventually(2);
		await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
		vi.advanceTimersByTime(3_999);
		expect(asked()).toBe(2);
		vi.advanceTimersByTime(1);
		await eventually(3);
	});

	it('begins to count anew once all is well', async () => {
		vi.spyOn(Math, 'random').mockReturnValue(1);
		remote.pages.unshift(new Failure('offline'), new Failure('offline'));
		await engine.sync();
		await engine.sync();
		await engine.sync();
		remote.pages.unshift(new Failure('offline'));
		await engine.sync();
		vi.advanceTimersByTime(2_000);
		await eventually(5);
	});

	it('does not wait where the network came back meanwhile', async () => {
		engine.start();
		remote.pages.unshift(() => {
			browser.dispatchEvent(new Event('online'));
			throw new Failure('offline');
		});
		await eventually(2);
		await engine.sync();
		expect(engine.status.problem).toBeNull();
	});

	it('says so where the device is full', async () => {
		remote.pages.unshift(Object.assign(new Error('full'), { name: 'QuotaExceededError' }));
		await engine.sync();
		expect(engine.status.problem).toBe('storage_full');
	});
});

describe('news from the server', () => {
	const listener = () => remote.listeners[0]?.on;
	beforeEach(async () => {
		await engine.sync();
		remote.pulled.splice(0);
	});

	it('are listened to in the person’s scopes, and anew when those change', async () => {
		expect(remote.listeners).toMatchObject([{ scopes: [SOUTH] }]);
		remote.pages.push(page({}, { scopes: [SOUTH, NORTH] }));
		await engine.sync();
		await engine.sync();
		expect(remote.listeners).toMatchObject([{ scopes: [SOUTH, NORTH] }]);
	});

	it('are fetched', async () => {
		listener()?.changed();
		await eventually(1);
	});

	it('make the clock slow down, and what came before them is fetched', async () => {
		listener()?.live(true);
		await eventually(1);
		await rested();
		vi.advanceTimersByTime(59_999);
		expect(asked()).toBe(0);
		vi.advanceTimersByTime(1);
		await eventually(1);
	});

	it('that fail to come are asked for again in short steps', async () => {
		listener()?.live(true);
		await rested();
		listener()?.live(false);
		expect(engine.status.live).toBe(false);
		vi.advanceTimersByTime(15_000);
		await eventually(1);
	});

	it('that ended are listened to again with the next exchange', async () => {
		listener()?.live(true);
		await rested();
		listener()?.closed();
		expect(remote.listeners).toEqual([]);
		expect(engine.status.live).toBe(false);
		vi.advanceTimersByTime(15_000);
		await vi.waitFor(() => expect(remote.listeners).toMatchObject([{ scopes: [SOUTH] }]));
	});
});

describe('stops for good: nothing is asked, nobody listens, no clock runs', () => {
	/** Stops while the engine waits for an answer. */
	async function stopDuring(answer: () => ReturnType<typeof page>, close = false) {
		engine.start();
		remote.pages.unshift(() => {
			engine.stop();
			if (close) store.close();
			return answer();
		});
		await vi.waitFor(() => expect(asked()).toBe(1));
		await engine.sync();
		browser.dispatchEvent(new Event('online'));
		expect(vi.getTimerCount()).toBe(0);
		await engine.sync();
		expect(asked()).toBe(1);
		expect(remote.listeners).toEqual([]);
		expect(console.error).not.toHaveBeenCalled();
	}

	it('when the answer comes', () => stopDuring(() => page({}, { scopes: [SOUTH] })));

	it('when the database is closed before it', () =>
		stopDuring(() => page({}, { scopes: [SOUTH] }), true));

	it('when none comes', () =>
		stopDuring(() => {
			throw new Failure('offline');
		}));

	it('at rest', async () => {
		engine.start();
		await engine.sync();
		engine.stop();
		expect(vi.getTimerCount()).toBe(0);
		expect(remote.listeners).toEqual([]);
	});
});

it('has one tab work at a time', async () => {
	const locks: string[] = [];
	vi.stubGlobal('navigator', {
		onLine: true,
		locks: {
			request: (name: string, work: () => unknown) => {
				locks.push(name);
				return work();
			}
		}
	});
	await engine.sync();
	expect(locks).toEqual([
		`common-ground-sync-${store.userId}`,
		`common-ground-files-${store.userId}`
	]);
});
