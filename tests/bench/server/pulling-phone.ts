/** A phone reduced to what pulling needs: its cursors, and which logs it has been given. */
import type { SupabaseClient } from '@supabase/supabase-js';
import { ADMIN, type Backend } from '../backend';

export class PullingPhone {
	readonly logs = new Set<string>();
	pulls = 0;

	private constructor(
		private readonly client: SupabaseClient,
		private readonly pageRows: number,
		private epoch: string,
		private readonly cursors: Record<string, string>
	) {}

	/** A phone of an administrator's, who sees all localities; it has read everything up to now. */
	static async upToDate({ server, sql }: Backend, pageRows: number): Promise<PullingPhone> {
		const client = await server.client();
		const { error } = await client.auth.signInWithPassword(ADMIN);
		if (error) throw error;
		const { data } = await client.rpc('sync_pull', { epoch: '', cursors: {}, page_size: 1 });
		const [now] = await sql<{ horizon: string }[]>`
			select pg_snapshot_xmin(pg_current_snapshot())::text as horizon`;
		const scopes = Object.keys(data.scopes as object);
		return new PullingPhone(
			client,
			pageRows,
			data.epoch,
			Object.fromEntries(scopes.map((scope) => [scope, now?.horizon ?? '']))
		);
	}

	/** One page. Says whether there is more. */
	async pull(): Promise<boolean> {
		this.pulls += 1;
		const { data, error } = await this.client.rpc('sync_pull', {
			epoch: this.epoch,
			cursors: this.cursors,
			page_size: this.pageRows
		});
		if (error) throw new Error(error.message);
		this.epoch = data.epoch;
		let more = false;
		for (const [scope, part] of Object.entries<Part>(data.scopes)) {
			this.cursors[scope] = part.cursor;
			more ||= part.more;
			for (const { table, row } of part.changes)
				if (table === 'engagement_logs' && row) this.logs.add(row.id);
		}
		return more;
	}

	/** All there is at this moment. */
	async pullAll(): Promise<void> {
		while (await this.pull());
	}
}

interface Part {
	changes: { table: string; row?: { id: string } }[];
	cursor: string;
	more: boolean;
}
