/** A server for tests that says what it is told to say, and keeps what it was asked. */
import type { Row } from '$lib/records/registry';
import type { Digests } from '$lib/store/digest';
import type { ServerChange } from '$lib/store/inbox';
import type { Listener, Mutation, Page, Remote, Verdict } from './remote';

type Answer<T> = T | Error | (() => T | Promise<T>);

export class ScriptedRemote implements Remote {
	/** What it was sent, call by call. */
	readonly pushed: Mutation[][] = [];
	/** The cursors that it was asked from, call by call. */
	readonly pulled: Record<string, string>[] = [];
	/** Who listens to what; empty when nobody does. */
	readonly listeners: { scopes: readonly string[]; on: Listener }[] = [];
	/** What it says to the next pushes; after that it applies everything. */
	readonly verdicts: Answer<Verdict[]>[] = [];
	/** What it says to the next pulls; after that it has nothing new. */
	readonly pages: Answer<Page>[] = [];

	/** What it says to the next questions for a digest; after that it holds nothing that the device might lack. */
	readonly digests: Answer<Digests>[] = [];

	/** The paths of the files that it was sent. */
	readonly uploaded: string[] = [];
	/** The paths of the files that it was told to remove. */
	readonly removed: string[] = [];
	/** What it says to the next files; after that it takes them. */
	readonly uploads: Answer<void>[] = [];

	/** What it says to the next requests for a file; after that it has empty ones. */
	readonly downloads: Answer<ArrayBuffer>[] = [];

	async push(_clientId: string, mutations: readonly Mutation[]): Promise<Verdict[]> {
		this.pushed.push([...mutations]);
		return (await given(this.verdicts)) ?? mutations.map((mutation) => applied(mutation));
	}

	async pull(_epoch: string, cursors: Record<string, string>): Promise<Page> {
		this.pulled.push(cursors);
		return (await given(this.pages)) ?? page({}, { scopes: Object.keys(cursors) });
	}

	async digest(): Promise<Digests> {
		return (await given(this.digests)) ?? {};
	}

	async upload(path: string): Promise<void> {
		this.uploaded.push(path);
		await given(this.uploads);
	}

	remove(path: string): Promise<void> {
		this.removed.push(path);
		return Promise.resolve();
	}

	async download(): Promise<ArrayBuffer> {
		return (await given(this.downloads)) ?? new ArrayBuffer(0);
	}

	listen(scopes: readonly string[], on: Listener): () => void {
		const listener = { scopes, on };
		this.listeners.push(listener);
		return () => void this.listeners.splice(this.listeners.indexOf(listener), 1);
	}

	/** The numbers of the changes that it was sent, call by call. */
	get mids(): number[][] {
		return this.pushed.map((mutations) => mutations.map(({ mid }) => mid));
	}
}

async function given<T>(answers: Answer<T>[]): Promise<T | undefined> {
	const answer = answers.shift();
	if (answer instanceof Error) throw answer;
	return answer instanceof Function ? answer() : answer;
}

/** The verdict on a change that the server took. */
export function applied({ mid }: Pick<Mutation, 'mid'>, row: Row | null = null): Verdict {
	return { mid, verdict: 'applied', row };
}

/** A page with changes by scope. */
export function page(
	changes: Record<string, ServerChange[]>,
	more: { scopes?: string[]; more?: boolean; reset?: boolean; total?: number; cursor?: string } = {}
): Page {
	const scopes = [...new Set([...Object.keys(changes), ...(more.scopes ?? [])])];
	return {
		epoch: 'one',
		reset: more.reset ?? false,
		server_time: '2026-11-17T10:00:00+00:00',
		scopes: Object.fromEntries(
			scopes.map((scope) => [
				scope,
				{
					changes: changes[scope] ?? [],
					cursor: more.cursor ?? '8',
					more: more.more ?? false,
					...(more.total !== undefined && { total: more.total })
				}
			])
		)
	};
}
