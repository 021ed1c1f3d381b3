import type { ReadMark } from '$lib/store/inbox';
import type { SyncStatus } from '$lib/sync/status.svelte';
import { formatShortDateTime } from '$lib/time/dates';

/** Where the work is, in words: "Offline. 2 changes wait to be sent. Last updated Mon 16 Nov, 17:42." */
export function syncSentence(
	status: Pick<SyncStatus, 'problem' | 'phase'>,
	{ mark, waiting }: { mark: ReadMark; waiting: number }
): string {
	const parts = [
		problemWords(status.problem),
		waitingWords(waiting, status.phase === 'sending'),
		mark.heardAt ? `Last updated ${formatShortDateTime(new Date(mark.heardAt))}.` : ''
	];
	return parts.filter(Boolean).join(' ');
}

function problemWords(problem: SyncStatus['problem']): string {
	if (problem === null) return '';
	if (problem === 'offline') return 'Offline.';
	if (problem === 'signed_out') return 'Sign in again to send.';
	if (problem === 'storage_full') return 'This device is full: free some space.';
	return 'The server is not answering.';
}

function waitingWords(waiting: number, sending: boolean): string {
	if (waiting === 0) return 'Everything is sent.';
	const changes = waiting === 1 ? '1 change' : `${waiting} changes`;
	if (sending) return `Sending ${changes}.`;
	return waiting === 1 ? '1 change waits to be sent.' : `${changes} wait to be sent.`;
}
