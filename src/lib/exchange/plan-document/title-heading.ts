/** Which heading of a document is its name. */
import type { Block, Heading } from './document';
import { isPaperMark, meaningOf } from './headings';

export const PLAN_NAME =
	/\b(plan|commitments|strategy|scheme|policy|framework|charter|objectives|statement|programme|priority areas)\b/i;

/**
 * Of the headings on a document's cover, the one that says plan, strategy or the like, else the first.
 * @param pageTitle the title that the file carries outside its text: better than a heading that names no plan
 */
export function titleHeading(
	blocks: readonly Block[],
	pageTitle: string | null
): Heading | undefined {
	const names = namesOnCover(blocks);
	const plan = names.find(({ text }) => PLAN_NAME.test(text));
	const other = PLAN_NAME.test(pageTitle ?? '') ? undefined : (names[0] ?? onlyName(blocks));
	const heading = plan ?? other;
	return heading && opensDocument(heading, blocks) ? heading : undefined;
}

/** The headings before anything else; "Equality action plan" is a name there, further down it says what follows. */
function namesOnCover(blocks: readonly Block[]): Heading[] {
	const end = blocks.findIndex(({ kind }) => kind === 'table' || kind === 'item');
	const cover = blocks
		.slice(0, end < 0 ? blocks.length : end)
		.filter((block): block is Heading => block.kind === 'heading' && !isPaperMark(block.text))
		.filter(({ text }) => meaningOf(text).kind !== 'furniture');
	const first = cover.findIndex(({ text }, at) => {
		const { kind } = meaningOf(text);
		return kind !== 'section' && !(kind === 'label' && at < 2 && PLAN_NAME.test(text));
	});
	return cover.slice(0, first < 0 ? cover.length : first);
}

/** The one heading of the first level, on a page that begins with its menu. */
function onlyName(blocks: readonly Block[]): Heading | undefined {
	const names = blocks.filter((block) => block.kind === 'heading' && block.level === 1);
	return names.length === 1 ? (names[0] as Heading) : undefined;
}

/** A first heading with a table or list right below it names a section, unless it says that it is the plan. */
function opensDocument(heading: Heading, blocks: readonly Block[]): boolean {
	if (PLAN_NAME.test(heading.text) || heading.level === 1) return true;
	const next = blocks.slice(blocks.indexOf(heading) + 1).find(({ kind }) => kind !== 'furniture');
	return next?.kind !== 'table' && next?.kind !== 'item';
}
