/** The log an officer would choose over a notebook: quick with a thumb, as long as it takes, and never typed twice. */
import type { Page } from '@playwright/test';
import {
	addLog,
	chosen,
	expect,
	expectProblems,
	expectSaid,
	expectUnsent,
	fillLog,
	flightMode,
	openSection,
	pick,
	saveLog,
	startLog,
	test
} from './app';
import { expectReachableNow } from './reach';

/** Counts the taps on a page. Typing is not one. */
async function countTaps(page: Page): Promise<() => Promise<number>> {
	await page.evaluate(() => {
		const counted = window as unknown as { taps: number };
		counted.taps = 0;
		addEventListener('pointerdown', () => (counted.taps += 1), { capture: true });
	});
	return () => page.evaluate(() => (window as unknown as { taps: number }).taps);
}

test('a first quick log takes eight taps at most, with no signal', async ({ phoneOf, sql }) => {
	const mei = await phoneOf('mei');
	await flightMode(mei, true);
	await mei.goto('/');
	const taps = await countTaps(mei);
	await mei.getByRole('link', { name: 'New log' }).click();
	await mei.getByRole('radio', { name: 'Conversation', exact: true }).check();
	const ward = mei.getByRole('group', { name: 'Ward', exact: true });
	await ward.getByRole('radio').first().check();
	const priority = mei.getByRole('group', { name: 'Which priority does it serve?' });
	await priority.getByRole('radio').first().check();
	await mei.getByRole('checkbox', { name: 'Housing', exact: true }).check();
	const heard = mei.getByLabel('What did you hear?');
	await heard.click();
	await mei.keyboard.type('Damp in the flats by the canal');
	await mei.keyboard.press('Tab');
	await mei.getByLabel('How many people? (optional)').click();
	await mei.keyboard.type('4');
	await mei.getByRole('button', { name: 'Save log' }).click();
	await mei.waitForURL(/\/logs\/[0-9a-f-]{36}$/);
	expect(await taps()).toBeLessThanOrEqual(8);
	await expectSaid(mei, 'Saved on this device. Waiting to send.');

	await flightMode(mei, false);
	await expect
		.poll(
			async () =>
				(
					await sql`
						select type, themes::text[], people_count from engagement_logs
						where heard = 'Damp in the flats by the canal'`
				)[0]
		)
		.toEqual({ type: 'conversation', themes: ['housing'], people_count: 4 });
});

test('a long log is filled in by section, checked and put right, with no signal', async ({
	phoneOf,
	sql
}) => {
	const aisha = await phoneOf('aisha');
	await flightMode(aisha, true);
	await startLog(aisha);
	await aisha.getByLabel('What did you hear?').fill('Everything at once');
	await openSection(aisha, 'Who else was there');
	await aisha.getByLabel('A councillor was there').check();
	await aisha.getByRole('checkbox', { name: 'Carers', exact: true }).check();
	await expectReachableNow(aisha);
	await openSection(aisha, 'Barriers and needs');
	await aisha.getByRole('checkbox', { name: 'Cost', exact: true }).check();
	await aisha.getByLabel('What is needed? (optional)').fill('A later bus');
	await openSection(aisha, 'What is strong here');
	await aisha.getByLabel('What is strong here? (optional)').fill('Two cooks');
	await aisha.getByRole('checkbox', { name: 'A skill or knowledge' }).check();
	await openSection(aisha, 'How, and what was given');
	await aisha.getByRole('radio', { name: 'Face to face' }).check();
	await aisha.getByRole('button', { name: 'One more: Welcome pack', exact: true }).click();
	await aisha.getByLabel('To count one by its language: what was it?').selectOption('Welcome pack');
	await aisha.getByLabel('In which language?').selectOption('Tetum');
	await aisha.getByRole('button', { name: 'Count it' }).click();
	await expectSaid(aisha, 'Welcome pack in Tetum: 1');
	await aisha.getByLabel(/rogramme \(optional\)$/).fill('Canal Mornings');
	await expectReachableNow(aisha);
	await aisha.setViewportSize({ width: 390, height: 844 });

	await aisha.getByRole('button', { name: 'Continue' }).click();
	const sections = aisha.getByRole('list', { name: 'Sections' });
	await expect(sections.getByRole('listitem').filter({ hasText: 'The contact' })).toContainText(
		'To fill in'
	);
	await expect(
		sections.getByRole('listitem').filter({ hasText: 'What is strong here' })
	).toContainText('Filled in');
	// The app is killed and opened again: the section is still there, with what it holds.
	await aisha.reload();
	await aisha.getByRole('button', { name: 'Check your answers' }).click();
	await expectReachableNow(aisha);
	await aisha.setViewportSize({ width: 390, height: 844 });
	await aisha.getByRole('button', { name: 'Save log' }).click();
	await expectProblems(aisha, [
		'Select what kind of contact it was',
		'Select the ward, or say that it was city-wide or online'
	]);
	await aisha.getByRole('link', { name: 'Select what kind of contact it was' }).click();
	await expect(aisha.getByRole('radio', { name: 'Conversation' })).toBeFocused();
	await aisha.getByRole('radio', { name: 'Meeting', exact: true }).check();
	await pick(aisha, 'Ward', 'Cowley');
	await aisha.getByRole('link', { name: 'Add detail' }).click();
	await aisha.getByRole('button', { name: 'Check your answers' }).click();
	await aisha.getByRole('link', { name: 'Change what is needed' }).click();
	await expect(aisha.getByLabel('What is needed? (optional)')).toBeFocused();
	await aisha.getByLabel('What is needed? (optional)').fill('A later bus on Sundays');
	const id = await saveLog(aisha);
	await expect(aisha.getByText('Welcome pack (1), Welcome pack in Tetum (1)')).toBeVisible();

	await flightMode(aisha, false);
	await expect
		.poll(
			async () =>
				(
					await sql`
						select type, ward_code, councillor_present, audiences::text[], barriers::text[], needed, strong,
							strengths::text[], channel, resources, programmes
						from engagement_logs where id = ${id}`
				)[0]
		)
		.toEqual({
			type: 'meeting',
			ward_code: 'E05013100',
			councillor_present: true,
			audiences: ['carers'],
			barriers: ['cost'],
			needed: 'A later bus on Sundays',
			strong: 'Two cooks',
			strengths: ['skill'],
			channel: 'face_to_face',
			resources: [
				{ resource: 'welcome_pack', count: 1 },
				{ resource: 'welcome_pack', language: 'tetum', count: 1 }
			],
			programmes: ['Canal Mornings']
		});
});

test('a log begins like the last one, but says nothing twice; a restricted one is not repeated', async ({
	phoneOf
}) => {
	const aisha = await phoneOf('aisha');
	await startLog(aisha);
	await fillLog(aisha, { type: 'Visit', ward: 'Cowley', heard: 'Said once', people: '7' });
	await saveLog(aisha);
	await aisha.getByRole('link', { name: 'Log another like this' }).click();
	await expect(aisha.getByRole('heading', { name: 'New log' })).toBeVisible();
	await expect(aisha.getByRole('radio', { name: 'Visit', exact: true })).toBeChecked();
	await expect(chosen(aisha, 'Ward')).toHaveAccessibleName('Cowley');
	await expect(aisha.getByLabel('What did you hear?')).toHaveValue('');
	await expect(aisha.getByLabel('How many people? (optional)')).toHaveValue('');
	await openSection(aisha, 'Sensitive');
	await aisha.getByLabel('Keep this log restricted').check();
	await saveLog(aisha);
	await expect(aisha.getByRole('link', { name: 'Log another like this' })).toHaveCount(0);
});

test('who of one’s colleagues was here, and when', async ({ phoneOf }) => {
	const daniel = await phoneOf('daniel');
	const id = await addLog(daniel, { heard: 'A manager was here', ward: 'Cowley' });
	await expectUnsent(daniel, 0);
	const aisha = await phoneOf('aisha');
	await flightMode(aisha, true);
	await startLog(aisha);
	await pick(aisha, 'Ward', 'Cowley');
	await expect(aisha.getByRole('status').filter({ hasText: 'logged in this ward' })).toContainText(
		'Daniel Hughes logged in this ward today.'
	);
	await aisha.getByRole('link', { name: 'See that log' }).click();
	await expect(aisha).toHaveURL(new RegExp(id));
});
