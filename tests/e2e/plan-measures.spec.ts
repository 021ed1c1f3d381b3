/** Measures: readings offline, targets that grow, deadlines that have passed, and logs that feed them. */
import type { Page } from '@playwright/test';
import {
	expect,
	expectProblems,
	expectSaid,
	expectUnsent,
	fillLog,
	flightMode,
	saveLog,
	test,
	openSection
} from './app';
import { untilKept } from './on-device';

const E_LEARNING = 'Staff who completed the equality e-learning';

/** Opens the page of a seeded measure by its name, and returns its id. */
async function openMeasure(page: Page, name: string): Promise<string> {
	await page.goto('/measures');
	await page.getByRole('link', { name, exact: true }).click();
	await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
	return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** The line of the page's summary under a heading. */
const line = (page: Page, term: string) =>
	page
		.getByRole('term')
		.filter({ hasText: new RegExp(`^${term}$`) })
		.locator('+ dd');

test('a champion enters how many of all staff, with no signal, and corrects it', async ({
	phoneOf,
	sql
}) => {
	const grace = await phoneOf('grace');
	const id = await openMeasure(grace, E_LEARNING);
	await expect(line(grace, 'Target')).toHaveText('100% of all staff by 31 March 2027');
	await expect(line(grace, 'Where it stands')).toHaveText('55.2%, on 30 September 2026');
	await flightMode(grace, true);
	await grace.getByRole('link', { name: 'Add a reading' }).click();
	await grace.getByLabel('Per cent, or how many').fill('1 200');
	await grace.getByLabel('Out of how many? (optional)').fill('710');
	await grace.getByRole('button', { name: 'Save reading' }).click();
	await expectProblems(grace, ['The reading must be 710 or less']);
	await grace.getByLabel('Per cent, or how many').fill('many');
	await untilKept(grace, '"many"');
	await grace.reload();
	await expect(grace.getByLabel('Per cent, or how many')).toHaveValue('many');
	await grace.getByLabel('Per cent, or how many').fill('497');
	await grace.getByRole('button', { name: 'Save reading' }).click();
	await expectSaid(grace, 'Saved on this device. Waiting to send.');
	await expect(line(grace, 'Where it stands')).toContainText('70%, on');
	await expect(grace.getByRole('cell', { name: '70% (497 of 710)' })).toBeVisible();
	await expect(grace.getByRole('img', { name: /3 readings, the last 70% on/ })).toBeVisible();

	await flightMode(grace, false);
	await expectUnsent(grace, 0);
	const read = () => sql`
		select value, whole_count, full_name as by from measure_readings as reading
		join profiles on user_id = reading.created_by
		where measure_id = ${id} and reading.deleted_at is null`;
	await expect.poll(read).toEqual([{ value: 497, whole_count: 710, by: 'Grace Okoro' }]);

	await grace.getByRole('table', { name: 'Readings' }).getByRole('link').first().click();
	await grace.getByRole('link', { name: 'Correct' }).click();
	await grace.getByLabel('Per cent, or how many').fill('500');
	await grace.getByRole('button', { name: 'Save reading' }).click();
	await expect.poll(read).toMatchObject([{ value: 500 }]);
	await grace.getByRole('table', { name: 'Readings' }).getByRole('link').first().click();
	await expect(grace.getByText('What changed')).toBeVisible();
	await grace.getByRole('button', { name: 'Delete' }).click();
	await grace.getByRole('button', { name: 'Delete reading' }).click();
	await expect.poll(read).toEqual([]);
});

test('a manager sets a target that grows by the year; an officer may not', async ({
	phoneOf,
	sql
}) => {
	const [action] = await sql`select id from actions where reference = 'EDI-03'`;
	const daniel = await phoneOf('daniel');
	await daniel.goto(`/actions/${String(action?.id)}`);
	await expect(daniel.getByText('No measure yet.')).toBeVisible();
	await daniel.getByRole('link', { name: 'Add a measure' }).click();
	await daniel.getByLabel('What is measured?').fill('Welcome packs given');
	await daniel.getByLabel('Of what? (optional)').fill('packs');
	await daniel.getByLabel('Grows by a percentage each year').check();
	await daniel.getByRole('button', { name: 'Save measure' }).click();
	await expectProblems(daniel, ['Enter the percentage']);
	await daniel.getByLabel('By how many per cent?').fill('20%');
	await daniel.getByLabel('Baseline (optional)', { exact: true }).fill('100');
	await daniel.getByRole('group', { name: 'Deadline (optional)' }).getByLabel('Year').fill('2028');
	await daniel.getByRole('button', { name: 'Save measure' }).click();
	const targets = daniel.getByRole('table', { name: 'Target by year' });
	await expect(targets.getByRole('row')).toHaveText([
		/Year to/,
		/Baseline\s*100 packs/,
		/31 March 2027\s*120 packs/,
		/31 March 2028\s*144 packs/
	]);
	await expect
		.poll(
			() =>
				sql`select rate_percent, baseline, action_id from measures where name = 'Welcome packs given'`
		)
		.toEqual([{ rate_percent: 20, baseline: 100, action_id: action?.id }]);

	const aisha = await phoneOf('aisha');
	await aisha.goto(`/actions/${String(action?.id)}`);
	await expect(aisha.getByRole('link', { name: 'Welcome packs given' })).toBeVisible();
	await expect(aisha.getByRole('link', { name: 'Add a measure' })).toHaveCount(0);
	await aisha.goto(`/measures/new?action=${String(action?.id)}`);
	await expect(aisha.getByText('Only managers and administrators change measures')).toBeVisible();
	await daniel.getByRole('button', { name: 'Delete measure' }).click();
	await daniel.getByRole('button', { name: 'Delete measure' }).last().click();
	await expect(daniel.getByText('No measure yet.')).toBeVisible();
});

test('a deadline that has passed asks for the final position, also of a closed plan', async ({
	phoneOf,
	sql
}) => {
	const [alive] = await sql`select id from measures where name like '365 Alive%'`;
	const daniel = await phoneOf('daniel');
	await daniel.goto(`/measures/${String(alive?.id)}`);
	await expect(
		daniel.getByText('Deadline passed: record the final position', { exact: true })
	).toBeVisible();
	await expect(line(daniel, 'Baseline')).toHaveText('425 fewer deaths. Over eight years');
	await expect(line(daniel, 'Target')).toHaveText(
		'6% above the overall target by 31 December 2018. The overall target is not known yet.'
	);
	await expect(daniel.getByRole('link', { name: 'Edit measure' })).toHaveCount(0);
	await daniel.getByRole('link', { name: 'Record the final position' }).click();
	await expect(daniel.getByText('Monday 31 December 2018')).toBeVisible();
	await daniel.getByLabel('How many fewer deaths?').fill('440');
	await daniel.getByRole('button', { name: 'Save reading' }).click();
	await expect(daniel.getByText('Deadline passed: record the final position')).toHaveCount(0);
	const read = () =>
		sql`select value, read_on::text from measure_readings where measure_id = ${alive?.id ?? ''} and deleted_at is null`;
	await expect.poll(read).toEqual([{ value: 440, read_on: '2018-12-31' }]);
	await sql`update measure_readings set deleted_at = now() where measure_id = ${alive?.id ?? ''}`;
});

test('a late log recalculates its period, and the history shows it; a restricted one never counts', async ({
	phoneOf,
	sql
}) => {
	const [measure] = await sql<{ id: string; objective: string }[]>`
		select measures.id, objectives.title as objective from measures
		join objectives on objectives.id = objective_id
		where name = 'Safety messages delivered'`;
	const id = measure?.id ?? '';
	const reading = async () => {
		const [row] = await sql<{ value: number }[]>`
			select value from measure_readings
			where measure_id = ${id} and read_on = '2026-06-30' and deleted_at is null`;
		return row?.value ?? 0;
	};
	const before = await reading();
	const aisha = await phoneOf('aisha');
	await flightMode(aisha, true);
	const log = async (messages: string, restricted: boolean) => {
		await aisha.goto('/logs/new');
		await fillLog(aisha, { heard: 'Doors knocked on', priority: measure?.objective ?? '' });
		const when = aisha.getByRole('group', { name: 'When did it happen?' });
		await when.getByLabel('Day').fill('12');
		await when.getByLabel('Month').fill('5');
		await when.getByLabel('Year').fill('2026');
		await openSection(aisha, 'How, and what was given');
		await aisha.getByLabel('Safety messages delivered (optional)').fill(messages);
		if (restricted) {
			await openSection(aisha, 'Sensitive');
			await aisha.getByLabel('Keep this log restricted').check();
		}
		return saveLog(aisha);
	};
	const ids = [await log('50', false), await log('900', true)];
	await flightMode(aisha, false);
	await expectUnsent(aisha, 0);
	await expect.poll(reading).toBe(before + 50);

	await aisha.goto(`/measures/${id}`);
	await expect(aisha.getByText('The council’s database adds them up')).toBeVisible();
	await expect(aisha.getByRole('link', { name: 'Add a reading' })).toHaveCount(0);
	await aisha.getByRole('link', { name: '30 June 2026' }).click();
	await expect(aisha.getByText(`${before + 50} messages`)).toBeVisible();
	await aisha.getByText('What changed').first().click();
	await expect(aisha.getByText(`(was: ${before})`)).toBeVisible();
	await expect(aisha.getByText(/Changed by Aisha/)).toHaveCount(0);
	await sql`update engagement_logs set deleted_at = now() where id in ${sql(ids)}`;
	await expect.poll(reading).toBe(before);
});
