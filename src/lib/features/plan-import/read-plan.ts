/** From a file, or pasted text, to the form in which it is put right. Loaded when the first document is read. */
import { PlanFileError } from '$lib/exchange/plan-document/plan-file-error';
import {
	MAX_PLAN_FILE_BYTES,
	readPlanFile,
	readPlanText,
	TOO_LARGE
} from '$lib/exchange/plan-document/read-file';
import type { PlanDocument } from '$lib/exchange/plan-document/document';
import { understand } from '$lib/exchange/plan-document/understand';
import { valuesOf, type ImportValues } from './import-values';

/** @throws PlanFileError with a sentence for the person */
export async function readPlan(given: File | string, target: string): Promise<ImportValues> {
	if (typeof given === 'string') {
		if (given.length > MAX_PLAN_FILE_BYTES) throw new PlanFileError(TOO_LARGE);
		return understood(await readPlanText(given), 'Pasted text', target);
	}
	// Before it is read: a file of gigabytes would fill the memory first.
	if (given.size > MAX_PLAN_FILE_BYTES) throw new PlanFileError(TOO_LARGE);
	const bytes = new Uint8Array(await given.arrayBuffer());
	return understood(await readPlanFile(given.name, bytes), given.name, target);
}

function understood(document: PlanDocument, source: string, target: string): ImportValues {
	const plan = understand(document);
	if (
		plan.sections.every(
			({ actions, objectives, priorities }) =>
				actions.length + objectives.length + priorities.length === 0
		) &&
		plan.objectives.length === 0
	)
		throw new PlanFileError(
			'No objectives and no actions were found in it. Check that it is the plan itself, or paste the part that lists the actions.'
		);
	return valuesOf(plan, source, target);
}
