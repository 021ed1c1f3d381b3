/** Panels: who belongs to them, counted by group, with no signal too. */
import { expect, expectProblems, expectUnsent, flightMode, test, typeDay } from './app';
import { expectReachable, expectReachableNow } from './reach';

test('a manager counts a panel with no signal; an officer reads it and changes nothing', async ({
	phoneOf,
	sql
}) => {
	const daniel = await phoneOf('daniel');
	await flightMode(daniel, true);
	await daniel.goto('/more');
	await daniel.getByRole('link', { name: /^Panels/ }).click();
	await daniel.getByRole('link', { name: 'Count a panel' }).click();
	await daniel.getByRole('button', { name: 'Save count' }).click();
	await expectProblems(daniel, [
		'Enter the name of the panel',
		'Enter the day on which it was counted',
		'Enter how many belong to it'
	]);
	await daniel.getByLabel('Which panel?').fill('Tenants’ Panel');
	await typeDay(daniel, 'When was it counted?', ['2', '11', '2026']);
	await daniel.getByLabel('How many belong to it?').fill('60');
	await daniel.getByRole('button', { name: 'Save count' }).click();
	await daniel.waitForURL(/\/panels\/[0-9a-f-]{36}$/);
	const id = new URL(daniel.url()).pathname.split('/').at(-1) ?? '';
	await flightMode(daniel, false);
	await expectUnsent(daniel, 0);
	await expect
		.poll(() => sql`select title, people_count from panel_snapshots where id = ${id}`)
		.toEqual([{ title: 'Tenants’ Panel', people_count: 60 }]);
	await expectReachableNow(daniel);
	await expectReachable(daniel, `/panels/${id}/edit`, /^Correct this count$/);

	const tom = await phoneOf('tom');
	await expectReachable(tom, '/panels', /^Panels$/);
	await expect(tom.getByRole('link', { name: 'Count a panel' })).toHaveCount(0);
	await tom.goto('/panels/new');
	await expect(tom.getByText('For managers and administrators')).toBeVisible();
});

test('the demonstration’s panel stands beside the Census, with no signal too', async ({
	phoneOf
}) => {
	const daniel = await phoneOf('daniel');
	await flightMode(daniel, true);
	await daniel.goto('/panels');
	await daniel.getByRole('link', { name: /^Residents’ Panel/ }).click();
	const asian = daniel
		.getByRole('table', { name: 'Ethnic group: 400 answered' })
		.getByRole('row', { name: /^Asian or Asian British/ });
	await expect(asian.getByRole('cell')).toHaveText(['9.0%', '15.4%', '−6.4', 'Under-represented']);
	await expectReachableNow(daniel);
});
