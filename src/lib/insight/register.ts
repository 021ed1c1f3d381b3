/** The register of restricted logs: read from the server by people who are cleared, and kept on no device of theirs. */
import type { Row } from '../records/registry';
import type { Period } from './periods';

export interface Register {
	/**
	 * The newest restricted logs of a period, 100 at most. The server writes down who read them.
	 * @param wardCode null for every ward
	 * @throws Failure offline | signed_out | unavailable | refused
	 */
	logs(period: Period, wardCode: string | null): Promise<Row<'engagement_logs'>[]>;
}
