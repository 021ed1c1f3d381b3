/** A plan as an outline, for tests to compare: every part of it on a line of its own. */
import type { PlanAction, UnderstoodPlan } from './plan';

export function outlineOf(plan: UnderstoodPlan): string {
	const objective = ({ reference, title }: { reference: string | null; title: string }) =>
		reference ? `${reference}. ${title}` : title;
	return [
		`title: ${plan.title ?? '(none)'}`,
		...plan.objectives.map((each) => `objective ${objective(each)}`),
		...plan.sections.flatMap((section) => [
			`# ${section.heading}${section.parent ? ` (in ${section.parent})` : ''}`,
			...section.objectives.map((each) => `  objective ${objective(each)}`),
			...section.priorities.map((each) => `  priority ${objective(each)}`),
			...section.actions.flatMap(action),
			...section.measures.map(({ text }) => `  measure ${text}`),
			...section.context.map(({ text }) => `  context ${text}`)
		]),
		...plan.context.map(({ text }) => `context ${text}`),
		...plan.leftOut.map(({ text }) => `left out ${text}`),
		...plan.notUnderstood.map(({ text }) => `not understood ${text}`)
	].join('\n');
}

function action({
	reference,
	title,
	at,
	detail,
	furtherObjectives,
	...fields
}: PlanAction): string[] {
	return [
		`  ${at.page ?? at.line} action ${reference ? `${reference}: ` : ''}${title}`,
		...Object.entries(fields).flatMap(([name, value]) =>
			value === null ? [] : [`      ${name} ${value}`]
		),
		...furtherObjectives.map((each) => `      and objective ${each}`),
		...detail.map((each) => `      - ${each}`)
	];
}
