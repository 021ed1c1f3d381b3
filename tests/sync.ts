/**
 * `npm run test:sync -- --runs N --seed S`: the property tests of sync, as many random runs as asked for. The seed is
 * printed; the same seed makes the same runs.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
	options: { runs: { type: 'string', default: '300' }, seed: { type: 'string' } }
});
for (const [name, value] of Object.entries(values))
	if (!/^[1-9]\d*$/.test(value))
		throw new Error(`--${name} must be a whole number, not "${value}".`);

const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'database', 'tests/sync'], {
	stdio: 'inherit',
	env: {
		...process.env,
		PROPERTY_RUNS: values.runs,
		...(values.seed !== undefined && { PROPERTY_SEED: values.seed })
	}
});
process.exitCode = status ?? 1;
