/** An action has several forms, and each keeps a draft of its own. */
import type { Draft } from '$lib/store/drafts';

/** The forms of an action, with what a draft of each is called. */
const FORMS = {
	progress: 'Progress',
	edit: 'Changes',
	decide: 'Answer'
} as const;
export type ActionForm = keyof typeof FORMS;

/** Where a form of an action keeps what is typed. The report on progress, which has photos, keeps it under the action's own id. */
export function draftIdOf(actionId: string, form: ActionForm): string {
	return form === 'progress' ? actionId : `${actionId}:${form}`;
}

/** What a draft is of, and where it goes on. */
export function draftInWords({ id, opened, values }: Draft<{ title?: string }>): {
	title: string;
	href: string;
} {
	const [actionId = '', suffix = 'progress'] = id.split(':');
	const form = (suffix in FORMS ? suffix : 'progress') as ActionForm;
	if (!opened)
		return {
			title: `New action: ${values.title?.trim() || 'no title yet'}`,
			href: `/actions/new?draft=${id}`
		};
	const { reference, title } = opened as unknown as { reference: string; title: string };
	return {
		title: `${FORMS[form]}: ${`${reference} ${title}`.trim()}`,
		href: `/actions/${actionId}/${form}`
	};
}
