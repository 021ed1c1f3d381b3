/** The last look at a plan as a whole: which objective is which, and which sections are none. */
import { meaningOf, withoutNumber } from './headings';
import type { PlanObjective, PlanSection, UnderstoodPlan } from './plan';
import { normalTitle } from './references';

export function settle(plan: UnderstoodPlan): UnderstoodPlan {
	plan.title &&= plan.title.replace(/\s*[|–-]\s*[^|]*\bCouncil$/i, '');
	listedObjectives(plan);
	dropEmptySections(plan);
	for (const section of plan.sections) {
		namedAfterObjective(section, plan);
		objectivesServed(section, plan);
	}
	return plan;
}

/** "Objective 1: …" without anything beneath it is an entry in the list of the plan's objectives. */
function listedObjectives(plan: UnderstoodPlan): void {
	plan.sections = plan.sections.filter((section) => {
		const [objective] = section.objectives;
		const bare = section.actions.length + section.priorities.length + section.measures.length === 0;
		if (
			!objective ||
			!bare ||
			section.objectives.length > 1 ||
			meaningOf(section.heading).kind !== 'objective'
		)
			return true;
		if (!plan.objectives.some((other) => isSame(other, objective))) plan.objectives.push(objective);
		plan.context.push(...section.context);
		return false;
	});
}

/** Headings with nothing beneath them: those before the first section are of the cover, others are not understood. */
function dropEmptySections(plan: UnderstoodPlan): void {
	const holds = (section: PlanSection) =>
		section.actions.length +
			section.priorities.length +
			section.objectives.length +
			section.measures.length >
		0;
	const first = plan.sections.findIndex(holds);
	const parents = new Set(plan.sections.map(({ parent }) => parent));
	plan.sections.forEach((section, at) => {
		if (holds(section)) return;
		const line = { text: section.heading, at: section.at };
		if (section.context.length > 0 || at < first) {
			if (section.heading) plan.context.push(line);
			plan.context.push(...section.context);
		} else if (section.heading && !parents.has(section.heading)) plan.notUnderstood.push(line);
	});
	plan.sections = plan.sections.filter(holds);
}

/** A section headed by the words of an objective serves it, though the heading does not say so. */
function namedAfterObjective(
	{ heading, actions }: PlanSection,
	{ objectives }: UnderstoodPlan
): void {
	const name = normalTitle(withoutNumber(heading));
	if (objectives.some(({ title }) => normalTitle(title) === name))
		for (const action of actions) action.objective ??= heading;
}

/** A section tells the objectives that its actions serve, so that each can be read with its words. */
function objectivesServed(section: PlanSection, plan: UnderstoodPlan): void {
	for (const { objective, furtherObjectives, at } of section.actions)
		for (const said of [objective, ...furtherObjectives]) {
			if (said === null || findObjective(said, section.objectives)) continue;
			const all = [...plan.objectives, ...plan.sections.flatMap(({ objectives }) => objectives)];
			const found = findObjective(said, all);
			if (found) section.objectives.push(found);
			// Words that no list has: the column names the objective itself.
			else if (/[a-z]{3}/i.test(bare(said).title)) section.objectives.push({ ...bare(said), at });
		}
}

/** The objective that a document means by a number, a title or both, or null. */
export function findObjective(
	said: string,
	objectives: readonly PlanObjective[]
): PlanObjective | null {
	const { reference, title } = bare(said);
	const name = normalTitle(title);
	const named = name && objectives.find((each) => normalTitle(each.title) === name);
	const numbered =
		reference &&
		objectives.find((each) => each.reference?.toLowerCase() === reference.toLowerCase());
	return named || numbered || null;
}

/** "Objective 2: Fair services", "2. Fair services", "EO2" and "2" taken apart. */
function bare(said: string): Omit<PlanObjective, 'at'> {
	const meaning = meaningOf(said);
	if (meaning.kind === 'objective' || meaning.kind === 'priority' || meaning.kind === 'theme')
		return { reference: meaning.reference, title: meaning.title };
	const match = /^(?:[A-Z]{1,4}[-– ]?)?(\d+(?:\.\d+)*[a-z]?)\b[\s:.)–—-]*(.*)$/i.exec(said);
	return match?.[1]
		? { reference: match[1], title: match[2] ?? '' }
		: { reference: null, title: said };
}

function isSame(one: PlanObjective, other: PlanObjective): boolean {
	return one.reference === other.reference && normalTitle(one.title) === normalTitle(other.title);
}
