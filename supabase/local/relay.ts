import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import postgres, { type Sql } from 'postgres';
import { WebSocketServer } from 'ws';
import * as z from 'zod';
import { PhoneSocket, type Broadcast } from './phone-socket';

interface RelayOptions {
	server: Server;
	/** Where broadcasts come from; the relay keeps one connection of its own to it. */
	databaseUrl: string;
	/** Superuser connection that asks the policies. */
	sql: Sql;
	jwtSecret: string;
	publishableKey: string;
}

const broadcastSchema = z.object({
	topic: z.string(),
	event: z.string(),
	payload: z.record(z.string(), z.unknown())
});

/** Phones send a heartbeat every 25 seconds; one that is silent this long is gone. */
const SILENCE_MS = 60_000;
/** Frames are small: a topic and a token. */
const MAX_FRAME_BYTES = 64 * 1024;

/**
 * Carries broadcasts from the database to the phones that listen, the way Supabase Realtime does:
 * supabase-js connects to `/realtime/v1/websocket`, joins private channels, and hears what
 * `realtime.send` says on their topics. A broadcast that nobody hears is gone.
 *
 * @returns a function that says goodbye to every phone and stops listening
 */
export async function startRelay(options: RelayOptions): Promise<() => Promise<void>> {
	const sockets = new Set<PhoneSocket>();
	const listener = postgres(options.databaseUrl, { max: 1, onnotice: () => undefined });
	// The driver opens a connection of its own for this and listens again when it was cut.
	await listener.listen('realtime_broadcast', (text) => {
		const broadcast = readBroadcast(text);
		if (broadcast) for (const socket of sockets) socket.broadcast(broadcast);
	});

	const endpoint = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES });
	endpoint.on('connection', (webSocket) => {
		const socket = new PhoneSocket(webSocket, options);
		sockets.add(socket);
		webSocket.on('close', () => sockets.delete(socket));
	});
	options.server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
		const refusal = reasonToRefuse(request, options.publishableKey);
		if (refusal) return void stream.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\n\r\n`);
		endpoint.handleUpgrade(request, stream, head, (webSocket) =>
			endpoint.emit('connection', webSocket, request)
		);
	});
	const broom = setInterval(() => {
		for (const socket of sockets) socket.dropIfSilent(SILENCE_MS);
	}, SILENCE_MS / 4);

	return async () => {
		clearInterval(broom);
		for (const socket of sockets) socket.sayGoodbye();
		endpoint.close();
		await listener.end({ timeout: 1 });
	};
}

/** Null for a notification that is none of ours: anybody with the database's password may send one. */
function readBroadcast(text: string): Broadcast | null {
	try {
		return broadcastSchema.safeParse(JSON.parse(text)).data ?? null;
	} catch {
		return null;
	}
}

function reasonToRefuse(request: IncomingMessage, publishableKey: string): string | null {
	const url = new URL(request.url ?? '/', 'http://localhost');
	if (url.pathname !== '/realtime/v1/websocket') return '404 Not Found';
	if (url.searchParams.get('apikey') !== publishableKey) return '401 Unauthorized';
	if (url.searchParams.get('vsn') !== '2.0.0') return '400 Bad Request';
	return null;
}
