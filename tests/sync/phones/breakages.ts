/** Mistakes that a phone must not make. The property test finds each of them, or it proves nothing. */
import type { Breakage } from './phone';

export const breakages: Record<string, Breakage> = {
	'forgets a change before its verdict is applied': (store, phone) => {
		const settle = store.inbox.settle.bind(store.inbox);
		store.inbox.settle = async (settled) => {
			const mids = settled.map(({ mid }) => mid);
			const entries = await phone.disk((database) => database.table('outbox').bulkGet(mids));
			await phone.disk((database) => database.table('outbox').bulkDelete(mids));
			await phone.disk((database) => database.table('outbox').bulkPut(entries.filter(Boolean)));
			await settle(settled);
		};
	},
	'moves on before it has what it read': (store, phone) => {
		const take = store.inbox.take.bind(store.inbox);
		store.inbox.take = async (changes, mark, reset) => {
			const before = await phone.disk((database) => database.table('meta').get('mark'));
			const value = { ...before?.value, ...mark };
			await phone.disk((database) => database.table('meta').put({ key: 'mark', value }));
			return take(changes, mark, reset);
		};
	},
	'rewrites a change that is on its way': (store) => {
		store.claim = async (choose) => choose(await store.outbox());
	},
	'lets go of a picture before the server has it': (store) => {
		const next = store.photos.next.bind(store.photos);
		store.photos.next = async () => {
			const file = await next();
			if (file) await store.photos.settle(file.id, 'sent');
			return file;
		};
	},
	'keeps what left its sight': (store) => {
		const take = store.inbox.take.bind(store.inbox);
		store.inbox.take = (changes, mark, reset) =>
			take(
				changes.filter((change) => !('exit' in change)),
				mark,
				reset
			);
	}
};
