/** An action has several forms, and each keeps a draft of its own. */
type ActionForm = 'progress' | 'edit' | 'decide';

/** Where a form of an action keeps what is typed. The report on progress, which has photos, keeps it under the action's own id. */
export function draftIdOf(actionId: string, form: ActionForm): string {
	return form === 'progress' ? actionId : `${actionId}:${form}`;
}
