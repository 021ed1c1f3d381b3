/** What `npm run plan:parse` prints: a plan in the shape that other programs read. */
import { findObjective } from './settle';
import type { PlanObjective, UnderstoodPlan } from './plan';

/**
 * Objectives, priorities and lines are texts as printed, objectives with their number in front. Those of the whole plan
 * stand in `objectives` at the top, and again in each section whose actions serve them: every action's `objective` can be
 * found in its own section.
 */
export function planAsJson(plan: UnderstoodPlan) {
	return {
		title: plan.title,
		objectives: plan.objectives.map(written),
		sections: plan.sections.map((section) => ({
			heading: section.heading,
			parent: section.parent,
			objectives: section.objectives.map(written),
			priorities: section.priorities.map(written),
			actions: section.actions.map(({ at, objective, furtherObjectives, ...action }) => {
				const found = objective === null ? null : findObjective(objective, section.objectives);
				return {
					...action,
					objective,
					objective_title: found?.title ?? null,
					further_objectives: furtherObjectives,
					page_or_line: at.page ?? at.line
				};
			}),
			measures: section.measures.map(({ text }) => text),
			context: section.context.map(({ text }) => text)
		})),
		context: plan.context.map(({ text }) => text),
		left_out: plan.leftOut.map(({ text }) => text),
		not_understood: plan.notUnderstood.map(({ text }) => text)
	};
}

function written({ reference, title }: PlanObjective): string {
	return reference ? `${reference}. ${title}` : title;
}
