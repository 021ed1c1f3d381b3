import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { CannotStart } from './cannot-start';

type Answer = (...request: Parameters<RequestListener>) => unknown;

/** A server that listens, and how to tell it what to answer. */
interface Listening {
	server: Server;
	origin: string;
	answerWith: (answer: Answer) => void;
}

/** Somebody else listens on the port that was asked for. */
class PortTaken extends CannotStart {
	constructor(port: number) {
		super(
			`Port ${port} is taken by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`
		);
	}
}

/**
 * Starts listening on 127.0.0.1, answering "starting" (503) until it is told how to answer.
 *
 * @param port 0 means any free port
 * @throws CannotStart when another program has the port
 */
export async function listen(port: number): Promise<Listening> {
	let answer: Answer = (_request, response) => {
		response.writeHead(503, { 'Retry-After': '1', 'Content-Type': 'application/json' });
		response.end(JSON.stringify({ status: 'starting' }));
	};
	const server = createServer((request, response) => void answer(request, response));
	await new Promise<void>((ready, failed) => {
		server.once('error', (error: NodeJS.ErrnoException) =>
			failed(error.code === 'EADDRINUSE' ? new PortTaken(port) : error)
		);
		server.listen(port, '127.0.0.1', ready);
	});
	const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return { server, origin, answerWith: (next) => void (answer = next) };
}

/** Takes no more requests, lets the running ones finish for up to five seconds, then cuts what is left. */
export async function closeServer(server: Server): Promise<void> {
	const closed = new Promise((done) => server.close(done));
	server.closeIdleConnections();
	await Promise.race([closed, sleep(5000, undefined, { ref: false })]);
	server.closeAllConnections();
	await closed;
}
