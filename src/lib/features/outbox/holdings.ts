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

/** "412 logs, 64 actions, 1 photo" */
export function holdingWords({ records, photos }: Holdings): string {
	const counts = shown.map((table) => [records[table], registry[table].name] as const);
	return [...counts, [photos, registry.attachments.name] as const]
		.filter(([count]) => count > 0)
		.map(([count, { one, many }]) => `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`)
		.join(', ');
}

/** "4.2 MB" */
export function megabytes(bytes: number): string {
	return `${(bytes / 1_000_000).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`;
}
