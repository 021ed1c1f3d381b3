import type { ReadMark } from '$lib/store/inbox';
import type { Unsent } from '$lib/store/store';
import type { SyncStatus } from '$lib/sync/status.svelte';
import { formatShortDateTime } from '$lib/time/dates';

type Seen = Pick<SyncStatus, 'problem' | 'phase' | 'fileOnItsWay'>;

/** Where the work is, in words: "Offline. 2 changes wait to be sent. Last updated Mon 16 Nov, 17:42." */
export function syncSentence(
	status: Seen,
	{ mark, unsent }: { mark: ReadMark; unsent: Unsent }
): string {
	// A try that is under way while the last one failed may be waiting for the network.
	const sending =
		status.problem === null && (status.phase === 'sending' || status.fileOnItsWay !== null);
	const parts = [
		problemWords(status.problem),
		unsentWords(unsent, sending),
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

function unsentWords({ waiting, attention, photos }: Unsent, sending: boolean): string {
	const things = [counted(waiting, 'change'), counted(photos, 'photo')]
		.filter(Boolean)
		.join(' and ');
	const wait = waiting + photos === 1 ? 'waits' : 'wait';
	const parts = [
		things && (sending ? `Sending ${things}.` : `${things} ${wait} to be sent.`),
		attention > 0 && `${attention} ${attention === 1 ? 'needs' : 'need'} attention.`
	];
	return parts.filter(Boolean).join(' ') || 'Everything is sent.';
}

function counted(count: number, one: string): string {
	if (count === 0) return '';
	return count === 1 ? `1 ${one}` : `${count} ${one}s`;
}
