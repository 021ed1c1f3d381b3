import type { Sql } from 'postgres';
import type { RawData, WebSocket } from 'ws';
import * as z from 'zod';
import { mayListen, verifyToken, type Claims } from './channel-access';

/** Phoenix's frame, version 2: [join_ref, ref, topic, event, payload]. */
const frameSchema = z.tuple([
	z.nullable(z.string()),
	z.nullable(z.string()),
	z.string(),
	z.string(),
	z.record(z.string(), z.unknown())
]);
type Frame = z.infer<typeof frameSchema>;

const joinSchema = z.object({
	config: z.object({
		private: z.optional(z.boolean()),
		postgres_changes: z.optional(z.array(z.unknown()))
	}),
	access_token: z.optional(z.string())
});

/** A message that `realtime.send` put on a topic. */
export interface Broadcast {
	topic: string;
	event: string;
	payload: Record<string, unknown>;
}

/** One topic that a phone listens to, until its token runs out. */
interface Channel {
	joinRef: string | null;
	expiry: NodeJS.Timeout;
}

/** As on hosted Supabase. */
const MAX_CHANNELS = 100;
/** A phone that takes nothing is cut off before it fills our memory. */
const MAX_WAITING_BYTES = 1024 * 1024;
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** One phone's connection: answers its frames and passes on the broadcasts it may hear. */
export class PhoneSocket {
	readonly #channels = new Map<string, Channel>();
	/** Frames are answered in order: a leave must not overtake the join before it. */
	#work = Promise.resolve();
	#heardAt = Date.now();

	constructor(
		private readonly socket: WebSocket,
		private readonly gate: { sql: Sql; jwtSecret: string }
	) {
		socket.on('message', (data, isBinary) => this.#receive(data, isBinary));
		socket.on('error', () => socket.terminate());
		socket.on('close', () => {
			for (const topic of this.#channels.keys()) this.#forget(topic);
		});
	}

	/** Passes a message on, if this phone listens to its topic. */
	broadcast({ topic, event, payload }: Broadcast): void {
		if (!this.#channels.has(`realtime:${topic}`)) return;
		if (this.socket.bufferedAmount > MAX_WAITING_BYTES) return this.socket.terminate();
		this.#send([
			null,
			null,
			`realtime:${topic}`,
			'broadcast',
			{ type: 'broadcast', event, payload }
		]);
	}

	dropIfSilent(milliseconds: number): void {
		if (Date.now() - this.#heardAt > milliseconds) this.socket.terminate();
	}

	/** Closes with "going away", after which the phone tries again by itself; one that does not answer is cut off. */
	sayGoodbye(): void {
		this.socket.close(1001);
		setTimeout(() => this.socket.terminate(), 1000).unref();
	}

	#receive(data: RawData, isBinary: boolean): void {
		this.#heardAt = Date.now();
		const frame = isBinary ? null : readFrame(data);
		if (!frame) return this.socket.close(1003, 'Not a Phoenix 2.0.0 frame');
		this.#work = this.#work
			.then(() => this.#answer(frame))
			.catch((error: unknown) => {
				console.error('Realtime:', error);
				this.#refuse(frame, 'The server could not do this just now');
			});
	}

	async #answer(frame: Frame): Promise<void> {
		const [joinRef, ref, topic, event] = frame;
		switch (event) {
			case 'heartbeat':
				return this.#send([null, ref, 'phoenix', 'phx_reply', { status: 'ok', response: {} }]);
			case 'phx_join':
				return this.#join(frame);
			case 'access_token':
				return this.#renew(frame);
			case 'phx_leave':
				this.#forget(topic);
				this.#reply(frame, 'ok', {});
				return this.#send([joinRef, ref, topic, 'phx_close', {}]);
			default:
				return this.#refuse(frame, `This server does not know "${event}"`);
		}
	}

	async #join(frame: Frame): Promise<void> {
		const [joinRef, , topic, , payload] = frame;
		const join = joinSchema.safeParse(payload).data;
		if (!join?.config.private) return this.#refuse(frame, 'Only private channels are open here');
		if (join.config.postgres_changes?.length)
			return this.#refuse(frame, 'Database changes are not sent here; listen to broadcasts');
		if (!this.#channels.has(topic) && this.#channels.size >= MAX_CHANNELS)
			return this.#refuse(frame, `A connection has room for ${MAX_CHANNELS} channels`);

		const claims = await this.#admit(topic, join.access_token);
		if (!claims) return this.#refuse(frame, refusalFor(topic));
		this.#keep(topic, joinRef, claims);
		this.#reply(frame, 'ok', { postgres_changes: [] });
	}

	/** A phone sends its new token before the old one runs out; whoever may no longer listen is shut out. */
	async #renew([, , topic, , payload]: Frame): Promise<void> {
		const channel = this.#channels.get(topic);
		if (!channel) return;
		const claims = await this.#admit(topic, payload.access_token);
		if (claims) this.#keep(topic, channel.joinRef, claims);
		else this.#shut(topic, refusalFor(topic));
	}

	async #admit(topic: string, token: unknown): Promise<Claims | null> {
		const claims = await verifyToken(token, this.gate.jwtSecret);
		if (!claims || !topic.startsWith('realtime:')) return null;
		const allowed = await mayListen(this.gate.sql, nameOf(topic), claims);
		return allowed ? claims : null;
	}

	#keep(topic: string, joinRef: string | null, { exp }: Claims): void {
		this.#forget(topic);
		// Not admitted into a connection that closed meanwhile: its timer would live for an hour.
		if (this.socket.readyState !== this.socket.OPEN) return;
		const expiry = setTimeout(
			() => this.#shut(topic, 'The access token has expired'),
			Math.min(exp * 1000 - Date.now(), LONGEST_TIMER_MS)
		);
		this.#channels.set(topic, { joinRef, expiry });
	}

	/** Ends a channel from this side, saying why. */
	#shut(topic: string, message: string): void {
		const channel = this.#channels.get(topic);
		if (!channel) return;
		this.#forget(topic);
		const reason = { status: 'error', extension: 'system', channel: nameOf(topic), message };
		this.#send([channel.joinRef, null, topic, 'system', reason]);
		this.#send([channel.joinRef, null, topic, 'phx_close', {}]);
	}

	#forget(topic: string): void {
		clearTimeout(this.#channels.get(topic)?.expiry);
		this.#channels.delete(topic);
	}

	#refuse(frame: Frame, reason: string): void {
		this.#reply(frame, 'error', { reason });
	}

	#reply([joinRef, ref, topic]: Frame, status: 'ok' | 'error', response: object): void {
		this.#send([joinRef, ref, topic, 'phx_reply', { status, response }]);
	}

	#send(frame: unknown[]): void {
		if (this.socket.readyState === this.socket.OPEN) this.socket.send(JSON.stringify(frame));
	}
}

function readFrame(data: RawData): Frame | null {
	try {
		return frameSchema.safeParse(JSON.parse((data as Buffer).toString())).data ?? null;
	} catch {
		return null;
	}
}

function nameOf(topic: string): string {
	return topic.slice('realtime:'.length);
}

function refusalFor(topic: string): string {
	return `Unauthorized: You do not have permissions to read from this Channel topic: ${nameOf(topic)}`;
}
