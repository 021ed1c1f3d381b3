/** The sync engine's server, spoken to through supabase-js. */
import * as z from 'zod/mini';
import { Failure } from '$lib/errors/failure';
import { syncedColumnsSchema } from '$lib/records/define-record';
import type { Json } from '$lib/records/database.types';
import { recordTables } from '$lib/records/registry';
import type { Page, Remote, Verdict } from '$lib/sync/remote';
import { supabaseClient, type Client } from './client';
import { toFailure } from './failures';

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

/** A table that this build does not know comes from a newer server; its rows are read after the update. */
const known = new Set<string>(recordTables);

export class SupabaseRemote implements Remote {
	/** @param userId whose records these are: nothing is sent in anybody else's name */
	constructor(private readonly userId: string) {}

	async push(clientId: string, mutations: Parameters<Remote['push']>[1]): Promise<Verdict[]> {
		const client = await this.#client();
		const { data, error, status } = await client.rpc('sync_push', {
			client_id: clientId,
			mutations: mutations as unknown as Json
		});
		if (error) throw toFailure(error, status);
		return read(verdictsSchema, data).verdicts as unknown as Verdict[];
	}

	async pull(epoch: string, cursors: Record<string, string>, pageSize: number): Promise<Page> {
		const client = await this.#client();
		const { data, error, status } = await client.rpc('sync_pull', {
			epoch,
			cursors,
			page_size: pageSize
		});
		if (error) throw toFailure(error, status);
		const page = read(pageSchema, data) as unknown as Page;
		for (const part of Object.values(page.scopes))
			part.changes = part.changes.filter(({ table }) => known.has(table));
		return page;
	}

	listen(scopes: readonly string[], on: Parameters<Remote['listen']>[1]): () => void {
		const opened = this.#listen(scopes, on);
		opened.catch(() => on.live(false));
		return () => void opened.then((close) => close()).catch(() => undefined);
	}

	async #listen(
		scopes: readonly string[],
		on: Parameters<Remote['listen']>[1]
	): Promise<() => void> {
		const client = await this.#client();
		await client.realtime.setAuth();
		const live = new Set<string>();
		const channels = scopes.map((scope) =>
			client
				.channel(scope, { config: { private: true } })
				.on('broadcast', { event: 'changed' }, on.changed)
				.subscribe((state) => {
					if (state === 'SUBSCRIBED') live.add(scope);
					else live.delete(scope);
					on.live(live.size === scopes.length);
				})
		);
		return () => {
			for (const channel of channels) void client.removeChannel(channel);
		};
	}

	/** The client, once it is sure that it speaks for this person. */
	async #client(): Promise<Client> {
		const client = await supabaseClient();
		const { data, error } = await client.auth.getSession();
		if (error) throw toFailure(error);
		if (!data.session) throw new Failure(navigator.onLine ? 'signed_out' : 'offline');
		if (data.session.user.id !== this.userId) throw new Failure('signed_out', 'another session');
		return client;
	}
}

function read<S extends z.ZodMiniType>(schema: S, data: unknown): z.infer<S> {
	const parsed = schema.safeParse(data);
	if (parsed.success) return parsed.data;
	throw new Failure('unavailable', `unreadable answer: ${parsed.error.message}`);
}
