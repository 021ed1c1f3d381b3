/**
 * Runs every test (`npm test`), or with `--check` everything that must hold before a commit (`npm run check`):
 * the same stages as CI, fast ones first. Ends with one line of real counts: `tests: N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const reports = mkdtempSync(join(tmpdir(), 'common-ground-tests-'));
const counts = { passed: 0, failed: 0 };
const broken: string[] = [];
/** What failed, said once more at the end: of a long output often only that is kept. */
const failures: string[] = [];

/** Runs one npm script; what it prints goes to the terminal as it comes. */
function stage(script: string, args: string[] = [], env: NodeJS.ProcessEnv = {}): boolean {
	console.log(`\n── ${script} ${'─'.repeat(Math.max(0, 60 - script.length))}`);
	const started = Date.now();
	const { status } = spawnSync('npm', ['run', '--silent', script, '--', ...args], {
		stdio: 'inherit',
		env: { ...process.env, ...env }
	});
	console.log(`── ${script}: ${((Date.now() - started) / 1000).toFixed(0)} s, exit ${status}`);
	if (status !== 0) broken.push(script);
	return status === 0;
}

/** The part of Vitest's report of a file that is read here. */
interface VitestFile {
	name: string;
	message: string;
	assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
}

function vitest(script: string): void {
	const file = join(reports, `${script.replace(':', '-')}.json`);
	stage(script, ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
	count(file, (report) => {
		for (const { name, message, assertionResults } of report.testResults as VitestFile[]) {
			// A file that could not be read at all has a message and no test.
			if (message) failures.push(`${name}: ${message}`);
			for (const { status, fullName, failureMessages } of assertionResults)
				if (status === 'failed')
					failures.push(`${name}: ${fullName}\n${failureMessages.join('\n').slice(0, 2_000)}`);
		}
		return { passed: Number(report.numPassedTests), failed: Number(report.numFailedTests) };
	});
}

function playwright(): void {
	const file = join(reports, 'e2e.json');
	stage('test:e2e', ['--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: file });
	count(file, ({ stats }) => {
		const { expected, unexpected, flaky } = stats as Record<string, number>;
		// A test that passed on its second try has failed: flaky is broken.
		return { passed: Number(expected), failed: Number(unexpected) + Number(flaky) };
	});
}

/** Adds a report's counts. A stage that left no readable report counts as one failure. */
function count(
	file: string,
	read: (report: Record<string, unknown>) => { passed: number; failed: number }
): void {
	try {
		const { passed, failed } = read(
			JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
		);
		counts.passed += passed;
		counts.failed += failed;
	} catch {
		counts.failed += 1;
	}
}

if (process.argv.includes('--check')) {
	for (const script of ['lint', 'types', 'lint:sql', 'knip']) stage(script);
	stage('types:generate', ['--check']);
}
vitest('test:unit');
vitest('test:database');
if (stage('build')) {
	if (process.argv.includes('--check')) stage('size');
	playwright();
}
rmSync(reports, { recursive: true, force: true });

for (const failure of failures) console.log(`\nFailed: ${failure}`);
if (broken.length > 0) console.log(`\nFailed stages: ${broken.join(', ')}`);
console.log(`\ntests: ${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = broken.length > 0 || counts.failed > 0 ? 1 : 0;
