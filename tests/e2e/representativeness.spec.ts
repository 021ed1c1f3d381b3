/** Who was heard, beside the Census: for the council and a ward, exactly or with small numbers held back. */
import { expect, flightMode, test } from './app';
import { expectReachable, expectReachableNow } from './reach';

test('a manager sees which groups are under-represented, offline as it was last', async ({
	phoneOf
}) => {
	const daniel = await phoneOf('daniel');
	await daniel.goto('/more');
	await daniel.getByRole('link', { name: /^Who was heard/ }).click();
	await expect(daniel.getByText(/^Updated /)).toBeVisible();
	await daniel.getByLabel('Period').selectOption('Last 12 months');
	const ethnic = daniel.getByRole('table', { name: /^Ethnic group: [\d,]+ answered$/ });
	await expect(ethnic.getByRole('row', { name: /^Asian/ })).toContainText(/\d\.\d%.*15\.4%/);
	await expect(daniel.getByRole('img', { name: /^Ethnic group, shares here/ })).toBeVisible();
	await expectReachableNow(daniel);
	await daniel.setViewportSize({ width: 390, height: 844 });

	await daniel.getByLabel('Ward').selectOption('Blackbird Leys');
	await expect(ethnic.getByRole('row', { name: /^Asian/ })).toContainText('12.6%');
	await daniel.getByLabel('Ward').selectOption('All of the council');
	await expect(ethnic).toBeVisible();

	await flightMode(daniel, true);
	await daniel.goto('/representativeness');
	await expect(
		daniel.getByRole('heading', { name: 'These figures are not up to date' })
	).toBeVisible();
	await expect(daniel.getByRole('table', { name: /^Ethnic group: / })).toBeVisible();
});

test('a councillor sees years, rounded, and is told so', async ({ phoneOf }) => {
	const councillor = await phoneOf('councillor');
	await expectReachable(councillor, '/representativeness', /^Who was heard$/);
	await expect(councillor.getByLabel('Period').getByRole('option')).toHaveText(['Since 1 April']);
	await expect(councillor.getByText(/Numbers under 5 are held back/)).toBeVisible();
	await expect(
		councillor.getByRole('table', { name: /^Ethnic group: about [\d,]+ answered$/ })
	).toBeVisible();
});
