/** What every page owes everybody: no barrier that axe can find, and nothing beyond the edge of a narrow screen. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** 320 px is also what remains of 1280 at 400 % zoom. */
const WIDTHS = [1280, 390, 320];

/** Opens a page at each width and holds it to WCAG 2.2 AA. `heading` tells that the page is there. */
export async function expectReachable(page: Page, path: string, heading: RegExp): Promise<void> {
	await page.goto(path);
	await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
	await expect(page.getByText(/^Loading|^Opening/)).toHaveCount(0);
	await expectReachableNow(page);
}

/** Holds the page as it stands. */
export async function expectReachableNow(page: Page): Promise<void> {
	for (const width of WIDTHS) {
		await page.setViewportSize({ width, height: width === 1280 ? 800 : 844 });
		await expect
			.poll(() => page.evaluate(pixelsBeyondTheEdge), {
				message: `pixels beyond the edge of ${page.url()} at ${width}`
			})
			.toBeLessThanOrEqual(0);
		if (width === 320) continue;
		const { violations } = await new AxeBuilder({ page }).withTags(WCAG_22_AA).analyze();
		const found = violations.map(
			({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`
		);
		expect(found, `${page.url()} at ${width}`).toEqual([]);
	}
}

/** How far the page could be scrolled sideways. Runs in the page. */
function pixelsBeyondTheEdge(): number {
	const { scrollWidth, clientWidth } = document.documentElement;
	return scrollWidth - clientWidth;
}
