/** What the forms over an assessment offer. */
import type { Option } from '$lib/forms/option';
import { titles } from '$lib/records/titles';
import type { Reference } from '../reference.svelte';

/** The services that the plan names, and the one that was typed. */
export function serviceOptions({ actions }: Reference, chosen: string): Option[] {
	const services = new Set([chosen, ...actions.map(({ service }) => service)]);
	return [...services]
		.filter((service) => service !== '')
		.sort((a, b) => a.localeCompare(b, 'en-GB'))
		.map((service) => ({ value: service, label: service }));
}

/** The actions of plans that are not closed, and the one that is chosen. */
export function actionOptions({ actions, plans }: Reference, chosen: string): Option[] {
	const open = openPlans(plans);
	return actions
		.filter(({ id, plan_id }) => open.has(plan_id) || id === chosen)
		.sort((a, b) => a.position - b.position)
		.map((action) => ({ value: action.id, label: titles.actions(action) }));
}

/** The objectives and priorities of plans that are not closed, and the one that is chosen. */
export function objectiveOptions({ objectives, plans }: Reference, chosen: string): Option[] {
	const open = openPlans(plans);
	return objectives
		.filter(({ id, plan_id }) => open.has(plan_id) || id === chosen)
		.map(({ id, reference, title }) => ({ value: id, label: `${reference} ${title}` }));
}

function openPlans(plans: Reference['plans']): Set<string> {
	return new Set(plans.filter(({ status }) => status !== 'closed').map(({ id }) => id));
}
