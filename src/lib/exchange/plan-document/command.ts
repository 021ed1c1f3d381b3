/** `npm run -s plan:parse -- FILE`: what the importer understands of a plan, as JSON. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { planAsJson } from './as-json';
import { PlanFileError } from './plan-file-error';
import { MAX_PLAN_FILE_BYTES, readPlanFile, TOO_LARGE } from './read-file';
import { understand } from './understand';

main(process.argv.slice(2)).catch((error: unknown) => {
	console.error(error instanceof PlanFileError ? error.message : error);
	process.exitCode = 1;
});

async function main([file, ...more]: string[]): Promise<void> {
	if (!file || more.length > 0)
		throw new PlanFileError('Say which file to read: npm run -s plan:parse -- FILE');
	const found = await stat(file).catch(() => null);
	if (!found?.isFile()) throw new PlanFileError(`There is no file ${file}.`);
	// Not even read: a file of gigabytes would fill the memory first.
	if (found.size > MAX_PLAN_FILE_BYTES) throw new PlanFileError(TOO_LARGE);
	const document = await readPlanFile(basename(file), await readFile(file));
	console.log(JSON.stringify(planAsJson(understand(document)), null, '\t'));
}
