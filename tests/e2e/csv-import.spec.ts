/** Records from a spreadsheet: every line is looked at before anything is saved, and all of it can be taken back. */
import { expect, expectUnsent, fileOf, flightMode, test } from './app';
import { expectReachable, expectReachableNow } from './reach';

const csv = (text: string) => ({
	name: 'groups.csv',
	mimeType: 'text/csv',
	buffer: Buffer.from(`\uFEFF${text}`)
});

test('organisations come in offline: new ones are added, known ones stay, wrong ones say why', async ({
	phoneOf,
	sql
}) => {
	const [known] = await sql<
		{ name: string }[]
	>`select name from organisations order by name limit 1`;
	const aisha = await phoneOf('aisha');
	await aisha.goto('/organisations');
	await aisha.getByRole('link', { name: 'Bring in organisations from a spreadsheet' }).click();
	const { text } = await fileOf(aisha, 'Save a file to fill in (CSV)');
	expect(text).toMatch(/^Name,Kind,Ward,/);
	await flightMode(aisha, true);

	const file = aisha.getByLabel('File of organisations');
	await file.setInputFiles({ ...csv('PK\u0003\u0004'), name: 'groups.xlsx' });
	await expect(aisha.getByRole('link', { name: /^This is not a CSV file/ })).toBeVisible();
	await file.setInputFiles(
		csv(
			[
				'Name,What it is,Ward',
				'Leys Sewing Bee,community_group,Blackbird Leys',
				`${known?.name},community_group,`,
				'Nowhere Club,community_group,Atlantis'
			].join('\r\n')
		)
	);
	await expect(aisha.getByText('Say which column has: Kind.')).toBeVisible();
	await aisha.getByLabel('Kind').selectOption('What it is');
	await expect(
		aisha
			.getByRole('table', { name: /^Cannot be taken/ })
			.getByRole('row', { name: /Nowhere Club/ })
	).toContainText('“Atlantis” is not a ward of this council');
	await expectReachableNow(aisha);
	await aisha.getByRole('button', { name: 'Save 1 organisation' }).click();
	await expect(
		aisha.getByRole('heading', { name: '1 organisation saved on this device' })
	).toBeVisible();
	await flightMode(aisha, false);
	await expect
		.poll(
			() =>
				sql`select ward_code from organisations where name = 'Leys Sewing Bee' and deleted_at is null`
		)
		.toEqual([{ ward_code: 'E05013097' }]);

	await aisha.getByRole('button', { name: 'Undo the import' }).click();
	await expectUnsent(aisha, 0);
	await expect
		.poll(
			() => sql`select from organisations where name = 'Leys Sewing Bee' and deleted_at is null`
		)
		.toHaveLength(0);
	await expectReachable(aisha, '/places/import', /^Bring in places$/);
	await expectReachable(aisha, '/measures/import', /^Bring in readings$/);
});
