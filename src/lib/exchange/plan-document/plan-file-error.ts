/** Why a file cannot be read as a plan. The message is a sentence for the person who chose it. */
export class PlanFileError extends Error {
	override name = 'PlanFileError';
}
