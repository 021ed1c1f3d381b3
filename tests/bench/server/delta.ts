/** What a small pull costs in a small table and in a large one. */
import type { Backend } from '../backend';
import { PullingPhone } from './pulling-phone';

const CHANGES = 20;

/**
 * Changes some logs in both databases by turns, and pulls them with a phone that is up to date.
 * @returns milliseconds per pull
 */
export async function deltaTimes(
	few: Backend,
	many: Backend,
	count: number
): Promise<{ few: number[]; many: number[] }> {
	const [inFew, inMany] = [await upToDate(few), await upToDate(many)];
	const times = { few: [] as number[], many: [] as number[] };
	for (let turn = 0; turn < count; turn++) {
		times.few.push(await inFew());
		times.many.push(await inMany());
	}
	return times;
}

async function upToDate(backend: Backend): Promise<() => Promise<number>> {
	const phone = await PullingPhone.upToDate(backend, 1_000);
	return async () => {
		await backend.sql`
			update engagement_logs set heard = gen_random_uuid()::text
			where id in (
				select id from engagement_logs where ward_code is not null and not restricted
					and deleted_at is null and id > (select ('0' || substr(gen_random_uuid()::text, 2))::uuid)
				order by id limit ${CHANGES}
			)`;
		phone.logs.clear();
		const start = performance.now();
		await phone.pull();
		const time = performance.now() - start;
		if (phone.logs.size === 0) throw new Error('The pull brought nothing');
		return time;
	};
}
