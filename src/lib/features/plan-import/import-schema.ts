/** What has to be right before a plan is saved; each fault at the field where it is put right. */
import * as z from 'zod/mini';
import { isDate } from '$lib/time/dates';
import { compare, type Existing } from './compare';
import { TITLE_MAX, type ImportValues } from './import-values';

interface Fault {
	/** The id of the input. */
	field: string;
	message: string;
}

/** @param existing what the device holds of the plan that is brought up to date, asked at every check */
export function importSchema(existing: () => Existing) {
	return z.custom<ImportValues>().check(({ value, issues }) => {
		for (const { field, message } of faultsOf(value, existing()))
			issues.push({ code: 'custom', input: value, path: [field], message });
	});
}

export function faultsOf(values: ImportValues, existing: Existing): Fault[] {
	const { objectives, actions } = compare(values, existing);
	const places = new Set(objectives.map(({ row }) => row.id));
	return [
		...planFaults(values),
		...objectives.flatMap(({ row, state }) => [
			...textFaults(row, TITLE_MAX.objective),
			...(row.kind === 'priority' && !places.has(row.parent)
				? [
						{
							field: `parent-${row.id}`,
							message: `Select the objective that “${short(row.title)}” belongs to`
						}
					]
				: []),
			...unsure(row, state)
		]),
		...actions.flatMap(({ row, state, existing }) => [
			...textFaults(row, TITLE_MAX.action),
			// An action that is already here keeps the objective that it has.
			...(places.has(row.objective) || (row.objective === '' && existing)
				? []
				: [
						{
							field: `objective-${row.id}`,
							message: `Select the objective that “${short(row.title)}” serves`
						}
					]),
			...unsure(row, state)
		])
	];
}

function planFaults({ title, startsOn, endsOn, objectives, actions }: ImportValues): Fault[] {
	const faults: Fault[] = [];
	if (title.trim() === '') faults.push({ field: 'title', message: 'Enter the title of the plan' });
	else if (title.length > 300)
		faults.push({ field: 'title', message: 'The title must be 300 characters or fewer' });
	for (const [field, date] of [
		['startsOn', startsOn],
		['endsOn', endsOn]
	] as const)
		if (date && !isDate(date))
			faults.push({ field, message: 'Enter a real date, such as 1 4 2026, or none' });
	if (isDate(startsOn) && isDate(endsOn) && endsOn < startsOn)
		faults.push({ field: 'endsOn', message: 'The plan must end after it starts' });
	if ([...objectives, ...actions].every(({ leaveOut }) => leaveOut))
		faults.push({
			field: '',
			message: 'Every row is left out. Keep at least one, or discard the import'
		});
	return faults;
}

function textFaults(
	{ id, title, reference }: { id: string; title: string; reference: string },
	max: number
): Fault[] {
	const faults: Fault[] = [];
	if (title.trim() === '')
		faults.push({ field: `title-${id}`, message: 'Enter a title, or leave the row out' });
	if (title.length > max)
		faults.push({ field: `title-${id}`, message: `The title must be ${max} characters or fewer` });
	if (reference.length > 50)
		faults.push({
			field: `reference-${id}`,
			message: 'The reference must be 50 characters or fewer'
		});
	return faults;
}

function unsure({ id, title }: { id: string; title: string }, state: string): Fault[] {
	return state === 'unsure'
		? [{ field: `match-${id}`, message: `Say whether “${short(title)}” is already in the plan` }]
		: [];
}

function short(title: string): string {
	return title.length > 60 ? `${title.slice(0, 57)}…` : title;
}
