/** The map: what it shows is in its address, leads to records, moves through time, and leaves the council as files. */
import { chosen, expect, fileOf, flightMode, test } from './app';
import { expectReachableNow } from './reach';

test('a manager narrows the map, goes from a ward to what to do, and shares what they see', async ({
	phoneOf
}) => {
	const daniel = await phoneOf('daniel');
	await daniel.goto('/map');
	await daniel.getByLabel('Contacts', { exact: true }).selectOption('A theme');
	await daniel.getByLabel('Which?').selectOption('Housing');
	await daniel.getByLabel('Show').selectOption('Grants awarded');
	await daniel.getByLabel('For every 1,000 residents').check();
	await expect(daniel).toHaveURL(/only=theme&value=housing&show=grants&perThousand=true$/);
	const wards = daniel.getByRole('listbox', { name: 'Grants awarded for every 1,000 residents' });
	await expect(
		wards.getByRole('option', { name: /: £[\d.]+ for every 1,000/ }).first()
	).toBeVisible();

	await daniel.reload();
	await expect(daniel.getByLabel('Which?')).toHaveValue('housing');
	await wards.getByRole('option', { name: /^Blackbird Leys/ }).press('Enter');
	await expect(daniel.getByRole('heading', { name: 'Blackbird Leys' })).toBeVisible();
	await expectReachableNow(daniel);
	await daniel.getByRole('link', { name: 'Log an engagement here' }).click();
	await expect(chosen(daniel, 'Ward')).toHaveAccessibleName('Blackbird Leys');
	await daniel.goBack();
	await daniel.getByRole('button', { name: 'Clear filters' }).click();
	await expect(daniel).toHaveURL(/map\?show=grants&perThousand=true&ward=E\d+$/);
});

test('the map moves through the year by hand and by itself, offline too once it has', async ({
	phoneOf
}) => {
	const daniel = await phoneOf('daniel');
	await daniel.goto('/map');
	await daniel.getByRole('button', { name: 'Play through the last 12 months' }).click();
	const step = daniel.getByRole('slider');
	const first = await step.getAttribute('aria-valuetext');
	await step.press('ArrowRight');
	await expect(step).not.toHaveAttribute('aria-valuetext', first ?? '');
	await step.press('Home');
	await daniel.getByRole('button', { name: 'Play', exact: true }).click();
	await expect(step).not.toHaveAttribute('aria-valuetext', first ?? '');
	await daniel.getByRole('button', { name: 'Pause' }).click();
	await expectReachableNow(daniel);

	await flightMode(daniel, true);
	await daniel.goto('/map');
	await daniel.getByRole('button', { name: 'Play through the last 12 months' }).click();
	await expect(step).toHaveAttribute('aria-valuetext', first ?? '');
});

test('files hold small numbers back for managers too', async ({ phoneOf }) => {
	const daniel = await phoneOf('daniel');
	await daniel.goto('/map');
	const csv = await fileOf(daniel, 'Save as a spreadsheet (CSV)');
	expect(csv.name).toMatch(/^activity-.*\.csv$/);
	expect(csv.text).toContain('[c]');
	expect(csv.text).toContain('is from 1 to 9');
	const map = await fileOf(daniel, 'Save for a map (GeoJSON)');
	const { type, features } = JSON.parse(map.text) as { type: string; features: object[] };
	expect(type).toBe('FeatureCollection');
	expect(features).toHaveLength(24);
	await flightMode(daniel, true);
	await daniel.getByRole('button', { name: 'Save as a spreadsheet (CSV)' }).click();
	await expect(daniel.getByRole('alert')).toBeVisible();
});
