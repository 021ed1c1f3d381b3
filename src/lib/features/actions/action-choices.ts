/** What the forms of an action offer, in the form's own order. */
import type { Option } from '$lib/forms/option';
import { isClosed } from '$lib/records/plan/servable';
import type { Row } from '$lib/records/registry';
import type { Reference } from '../reference.svelte';

/**
 * Objectives, each followed by its priorities, of the plans that are not closed: the plan in force first.
 * @param kept one that stays in the list though it is closed, because it is chosen already
 */
export function objectiveChoices(
	{ plans, objectives }: Pick<Reference, 'plans' | 'objectives'>,
	today: string,
	kept: string
): Option[] {
	const open = plans
		.filter(({ status }) => status !== 'closed')
		.sort((a, b) => Number(b.status === 'current') - Number(a.status === 'current'));
	return open.flatMap((plan) => {
		const ours = objectives.filter(
			(one) => one.plan_id === plan.id && (one.id === kept || !isClosed(one, today))
		);
		const named = open.length > 1 ? `, ${plan.title}` : '';
		return ours
			.filter(({ parent_id }) => parent_id === null)
			.flatMap((objective) => [
				option(objective, `Objective${named}`),
				...ours
					.filter(({ parent_id }) => parent_id === objective.id)
					.map((priority) => option(priority, `Priority under ${objective.title}${named}`))
			]);
	});
}

function option({ id, title }: Row<'objectives'>, hint: string): Option {
	return { value: id, label: title, hint };
}
