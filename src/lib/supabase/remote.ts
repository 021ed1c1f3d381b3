/** The sync engine's server, spoken to through supabase-js. */
import * as z from 'zod/mini';
import { Failure } from '$lib/errors/failure';
import { syncedColumnsSchema } from '$lib/records/define-record';
import type { Json } from '$lib/records/database.types';
import { recordTables } from '$lib/records/registry';
import type { Digests } from '$lib/store/digest';
import type { Listener, Page, Remote, Verdict } from '$lib/sync/remote';
import { callAs, clientOf } from './call';
import { answerOf, isThereAlready } from './storage-errors';
import type { Client } from './client';

/** The answers' shape is checked here, at the door; what a row holds beyond the shared columns the database vouches for. */
const row = z.looseObject(syncedColumnsSchema.shape);
const verdictsSchema = z.object({
	verdicts: z.array(
		z.object({
			mid: z.int(),
			verdict: z.enum(['applied', 'conflict', 'rejected']),
			code: z.optional(z.nullable(z.string())),
			message: z.optional(z.nullable(z.string())),
			column: z.optional(z.nullable(z.string())),
			conflicts: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
			row: z.nullable(row)
		})
	)
});
const pageSchema = z.object({
	epoch: z.string(),
	reset: z.boolean(),
	server_time: z.string(),
	scopes: z.record(
		z.string(),
		z.object({
			changes: z.array(
				z.union([
					z.object({ table: z.string(), row }),
					z.object({
						table: z.string(),
						id: z.string(),
						exit: z.literal(true),
						row_version: z.int()
					})
				])
			),
			cursor: z.string(),
			more: z.boolean(),
			total: z.optional(z.nullable(z.int()))
		})
	)
});

const digestsSchema = z.record(z.string(), z.object({ count: z.int(), digest: z.int() }));

/** A table that this build does not know comes from a newer server; its rows are read after the update. */
const known = new Set<string>(recordTables);

/** Where pictures are kept. */
const BUCKET = 'attachments';

/** A call that hangs must not hold up the next one; a page takes this long on the slowest mobile network. */
const PATIENCE_MS = 120_000;

export class SupabaseRemote implements Remote {
	/** Listening begins and ends one after the other: supabase-js keeps one channel per topic. */
	#turn: Promise<unknown> = Promise.resolve();

	/** @param userId whose records these are: nothing is sent in anybody else's name */
	constructor(private readonly userId: string) {}

	async push(clientId: string, mutations: Parameters<Remote['push']>[1]): Promise<Verdict[]> {
		const data = await callAs(this.userId, (client) =>
			client
				.rpc('sync_push', { client_id: clientId, mutations: mutations as unknown as Json })
				.abortSignal(AbortSignal.timeout(PATIENCE_MS))
		);
		return read(verdictsSchema, data).verdicts as unknown as Verdict[];
	}

	async pull(epoch: string, cursors: Record<string, string>, pageSize: number): Promise<Page> {
		const data = await callAs(this.userId, (client) =>
			client
				.rpc('sync_pull', { epoch, cursors, page_size: pageSize })
				.abortSignal(AbortSignal.timeout(PATIENCE_MS))
		);
		const page = read(pageSchema, data) as unknown as Page;
		for (const part of Object.values(page.scopes))
			part.changes = part.changes.filter(({ table }) => known.has(table));
		return page;
	}

	async digest(tables: Parameters<Remote['digest']>[0]): Promise<Digests> {
		const data = await callAs(this.userId, (client) =>
			client
				.rpc('sync_digest', { tables: [...tables] })
				.abortSignal(AbortSignal.timeout(PATIENCE_MS))
		);
		return read(digestsSchema, data);
	}

	async upload(path: string, bytes: ArrayBuffer, type: string): Promise<void> {
		await callAs(this.userId, async (client) => {
			const { error } = await client.storage
				.from(BUCKET)
				.upload(path, bytes, { contentType: type });
			return answerOf(isThereAlready(error) ? null : error);
		});
	}

	async remove(path: string): Promise<void> {
		await callAs(this.userId, async (client) => {
			const { error } = await client.storage.from(BUCKET).remove([path]);
			return answerOf(error);
		});
	}

	async download(path: string): Promise<ArrayBuffer> {
		const data = await callAs(this.userId, async (client) => {
			// Who may have it may change from one day to the next: no copy of the browser's counts.
			const { data, error } = await client.storage
				.from(BUCKET)
				.download(path, {}, { cache: 'no-store' });
			return answerOf(error, data);
		});
		return (data as Blob).arrayBuffer();
	}

	listen(scopes: readonly string[], on: Listener): () => void {
		let stopped = false;
		let close: () => Promise<unknown> = () => Promise.resolve();
		const heard: Listener = {
			changed: () => !stopped && on.changed(),
			live: (live) => !stopped && on.live(live),
			closed: () => !stopped && on.closed()
		};
		this.#turn = this.#turn.then(async () => {
			if (stopped) return;
			try {
				const client = await clientOf(this.userId);
				await client.realtime.setAuth();
				close = listenOn(client, scopes, heard);
			} catch {
				heard.closed();
			}
		});
		return () => {
			stopped = true;
			this.#turn = this.#turn.then(() => close()).catch(() => undefined);
		};
	}
}

/**
 * Subscribes to the pokes of some scopes; returns the way to stop. After an error supabase-js joins again by itself and
 * says SUBSCRIBED anew; a channel that the server closed (a token that ran out, a role that was taken) stays CLOSED.
 */
function listenOn(client: Client, scopes: readonly string[], on: Listener): () => Promise<unknown> {
	const live = new Set<string>();
	const channels = scopes.map((scope) =>
		client
			.channel(scope, { config: { private: true } })
			.on('broadcast', { event: 'changed' }, on.changed)
			.subscribe((state: string) => {
				if (state === 'SUBSCRIBED') live.add(scope);
				else live.delete(scope);
				if (state === 'CLOSED') on.closed();
				else on.live(live.size === scopes.length);
			})
	);
	return () => Promise.all(channels.map((channel) => client.removeChannel(channel)));
}

function read<S extends z.ZodMiniType>(schema: S, data: unknown): z.infer<S> {
	const parsed = schema.safeParse(data);
	if (parsed.success) return parsed.data;
	throw new Failure('unavailable', `unreadable answer: ${parsed.error.message}`);
}
