/** Gaps: where outreach does not reach, each with what to do about it. */
import { expect, flightMode, test } from './app';
import { expectReachable, expectReachableNow } from './reach';

test('a manager sees where outreach does not reach, and plans an event there', async ({
	phoneOf
}) => {
	const daniel = await phoneOf('daniel');
	await daniel.goto('/more');
	await daniel.getByRole('link', { name: 'Gaps', exact: true }).click();
	await expect(daniel.getByText(/^Updated /)).toBeVisible();
	for (const heading of [
		'No contact for 90 days',
		'Wards and objectives',
		'Groups not heard',
		'Reach, population and deprivation',
		'How groups are reached'
	])
		await expect(daniel.getByRole('heading', { level: 2, name: heading })).toBeVisible();
	const matrix = daniel.getByRole('table', { name: 'Contacts by ward and objective' });
	await expect(matrix.getByRole('row')).toHaveCount(25);
	await expectReachableNow(daniel);
	await daniel.setViewportSize({ width: 390, height: 844 });

	await daniel.getByLabel('Period').selectOption('This month');
	const none = matrix.getByRole('link', { name: /^None : plan an event in / }).first();
	const [, ward = ''] = /plan an event in (.+) for /.exec((await none.textContent()) ?? '') ?? [];
	await expect(matrix.getByText(/^(never|last in [A-Z][a-z]{2} \d{4})$/).first()).toBeVisible();
	await none.click();
	await expect(daniel.getByRole('heading', { level: 1, name: 'Plan an event' })).toBeVisible();
	await expect(daniel.getByRole('radio', { name: ward })).toBeChecked();

	// The last answer is kept, with its time.
	await flightMode(daniel, true);
	await daniel.goto('/gaps');
	await expect(
		daniel.getByRole('heading', { name: 'These figures are not up to date' })
	).toBeVisible();
	await expect(daniel.getByText(/^Updated /)).toBeVisible();
	await expect(matrix.getByRole('row')).toHaveCount(25);
});

test('officers are told who sees gaps', async ({ phoneOf }) => {
	const aisha = await phoneOf('aisha');
	await expectReachable(aisha, '/gaps', /^Gaps$/);
	await expect(aisha.getByText('For managers and administrators')).toBeVisible();
});
