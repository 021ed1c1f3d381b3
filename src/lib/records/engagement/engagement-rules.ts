/** Rules of a log that need more than the log itself. The database holds them too; here they answer at once. */
import type { Row } from '../registry';
import { worksIn, type Access } from '../tenancy/access';
import type { EngagementLogFields } from './engagement-log';
import { isClosed } from '../plan/servable';
import { talliesOf, tallyProblem } from './tallies';

/** What the rules look at. */
export interface LogSurroundings {
	/** YYYY-MM-DD in London. */
	today: string;
	access: Access;
	areas: readonly Row<'areas'>[];
	priorities: readonly Row<'objectives'>[];
}

/** Sentences by field; an empty object means that the log may be saved. */
export type LogErrors = Partial<Record<keyof EngagementLogFields, string>>;

export function checkLog(log: EngagementLogFields, around: LogSurroundings): LogErrors {
	const errors: LogErrors = {};
	if (log.occurred_on > around.today)
		errors.occurred_on = 'The date it happened must be today or in the past';
	const where = log.coverage === 'ward' ? checkWard(log.ward_code, around) : undefined;
	if (where) errors.ward_code = where;
	const priority = around.priorities.find(({ id }) => id === log.objective_id);
	if (!priority) errors.objective_id = 'Select the priority it serves';
	else if (isClosed(priority, around.today))
		errors.objective_id = 'This priority is closed. Choose another';
	const counted = tallyProblem(talliesOf(log), log.people_count);
	if (counted) errors.tallies = counted;
	return errors;
}

function checkWard(code: string | null, around: LogSurroundings): string | undefined {
	if (code === null) return 'Select the ward, or say that it was city-wide or online';
	return checkMyWard(code, around);
}

/** Why a person cannot keep a record of this ward, by its code; undefined where they can. */
export function checkMyWard(
	code: string,
	{ areas, access }: Pick<LogSurroundings, 'areas' | 'access'>
): string | undefined {
	const area = areas.find((area) => area.code === code);
	if (!area) return 'Select a ward from the list';
	if (worksIn(access, area)) return undefined;
	return `${area.name} is outside your localities. Choose a ward that you work in, or ask its locality officer to log it`;
}
