/** What a device holds, in words. */
import { registry, type RecordTable } from '$lib/records/registry';
import type { Store } from '$lib/store/store';

type Holdings = Awaited<ReturnType<Store['holdings']>>;

/** What officers look for, in this order. */
const shown: readonly RecordTable[] = [
	'engagement_logs',
	'actions',
	'objectives',
	'organisations',
	'places',
	'areas'
];

export function holdingRows({ records, photos }: Holdings): { key: string; value: string }[] {
	const rows = shown
		.filter((table) => records[table] > 0)
		.map((table) => ({
			key: capitalised(registry[table].name.many),
			value: counted(records[table])
		}));
	return [...rows, ...(photos > 0 ? [{ key: 'Photos', value: counted(photos) }] : [])];
}

/** "4.2 MB" */
export function megabytes(bytes: number): string {
	return `${(bytes / 1_000_000).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`;
}

function counted(count: number): string {
	return count.toLocaleString('en-GB');
}

function capitalised(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}
