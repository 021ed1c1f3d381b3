/** Who may do what with an action. The database decides; this keeps screens honest. */
import { isUndecided } from '$lib/records/action/action-rules';
import type { Row } from '$lib/records/registry';
import type { Access } from '$lib/records/tenancy/access';

type Action = Pick<Row<'actions'>, 'status' | 'created_by'>;

/** Whether a person may change what an action is, or delete it. Nobody changes what belongs to a closed plan. */
export function mayChange(action: Action, access: Access, userId: string): boolean {
	return (
		access.seesCouncil ||
		(access.holdsRecords && action.status === 'proposed' && action.created_by === userId)
	);
}

/** Whether a person may say how far it has got. */
export function mayReport({ status }: Action, access: Access): boolean {
	return access.holdsRecords && !isUndecided(status);
}

/** Whether a person may answer a proposal; one that was declined may be accepted after all. */
export function mayDecide({ status }: Action, access: Access): boolean {
	return access.seesCouncil && isUndecided(status);
}
