/** A file, or pasted text, as a document: whichever format it is in. */
import type { PlanDocument } from './document';
import { decodeText } from './decode';
import { delimiterOf, readDelimited } from './delimited';
import { PlanFileError } from './plan-file-error';
import { readText } from './text';

/** What is read at most, in bytes. Plans have a tenth of it, pictures included. */
export const MAX_PLAN_FILE_BYTES = 10_000_000;

export const TOO_LARGE =
	'The file is larger than 10 MB. Save it without its pictures, or copy the plan’s text and paste it.';

/** What a plan of hundreds of pages comes to: characters of text, and lines or rows of a table. */
const MAX_TEXT = 2_000_000;
const MAX_ROWS = 20_000;
const TOO_LONG =
	'This is longer than any plan. Copy the pages that list the objectives and actions, and paste them.';

/** How files begin that are no plan, and what to say. Offsets of 0 but for the ones of ISO media. */
const OTHER_FILES: [RegExp, string][] = [
	[/^%PDF/, 'This is a PDF. Open it, copy its text and paste it, or save it as .docx.'],
	[
		/^(\x89PNG|\xFF\xD8\xFF|GIF8|BM.{4}\0\0\0\0|II\*\0|MM\0\*|RIFF.{4}WEBP|.{4}ftyp)/s,
		'This is a picture or a film. Choose the document itself.'
	],
	[/^\{\\rtf/, 'This is an RTF file. Open it in Word, save it as .docx, and try again.'],
	[
		// eslint-disable-next-line no-control-regex
		/^(\x1F\x8B|7z\xBC\xAF|Rar!|BZh|\xFD7zXZ)/,
		'This is an archive. Unpack it, and choose the document inside.'
	]
];

/**
 * @param name the file's name, for its ending; what is inside decides first
 * @throws PlanFileError with a sentence for the person, when it cannot be read as a plan
 */
export async function readPlanFile(name: string, bytes: Uint8Array): Promise<PlanDocument> {
	if (bytes.length > MAX_PLAN_FILE_BYTES) throw new PlanFileError(TOO_LARGE);
	if (bytes.length === 0) throw new PlanFileError('The file is empty.');
	const extension = /\.(\w+)$/.exec(name.toLowerCase())?.[1] ?? '';
	const start = String.fromCharCode(...bytes.subarray(0, 64));
	const other = OTHER_FILES.find(([pattern]) => pattern.test(start));
	if (other) throw new PlanFileError(other[1]);
	if (start.startsWith('\xD0\xCF\x11\xE0')) throw new PlanFileError(oldOffice(bytes));
	if (start.startsWith('PK')) {
		const [{ docxToHtml }, { readHtml }] = await Promise.all([import('./docx'), import('./html')]);
		return withContent(readHtml(await docxToHtml(bytes)));
	}
	if (/^(doc|docx|docm|dotx|dotm)$/.test(extension) && bytes.includes(0))
		throw new PlanFileError(
			'This Word document is damaged. Open it in Word, save it again as .docx, and try again.'
		);
	const text = decodeText(bytes);
	if (isBinary(text))
		throw new PlanFileError(
			'This file is not a document that can be read. Choose a .docx, .html, .txt or .csv file.'
		);
	return readPlanText(text, extension);
}

/**
 * Text that was pasted, or the text of a file.
 * @param extension what the file's name ends in, '' for pasted text
 * @throws PlanFileError when there is nothing in it
 */
export async function readPlanText(text: string, extension = ''): Promise<PlanDocument> {
	if (/^(html?|xhtml)$/.test(extension) || looksLikeHtml(text)) {
		const { readHtml } = await import('./html');
		return withContent(readHtml(text));
	}
	if (text.length > MAX_TEXT || (text.match(/[\n\r\f\v]/g)?.length ?? 0) > 3 * MAX_ROWS)
		throw new PlanFileError(TOO_LONG);
	const delimiter = delimiterOf(text, extension);
	return withContent(delimiter ? readDelimited(text, delimiter) : readText(text));
}

function withContent(document: PlanDocument): PlanDocument {
	if (document.blocks.length === 0) throw new PlanFileError('There is no text in it.');
	const rows = document.blocks.map((block) => (block.kind === 'table' ? block.rows.length : 1));
	if (rows.reduce((sum, count) => sum + count, 0) > MAX_ROWS) throw new PlanFileError(TOO_LONG);
	return document;
}

function looksLikeHtml(text: string): boolean {
	return /^\s*(<!--((?!-->).)*-->\s*)*<(!doctype html|html|head|body|h[1-6]|div|table|p|ul|ol|main|section|article|meta)\b/is.test(
		text.slice(0, 2000)
	);
}

/** Older Word, Excel and PowerPoint, and anything newer with a password, in a container of Microsoft's own. */
function oldOffice(bytes: Uint8Array): string {
	const inside = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1));
	if (inside.includes('EncryptedPackage'))
		return 'This document is protected by a password. Save it without one, and try again.';
	if (inside.includes('Workbook'))
		return 'This is an Excel workbook. Save the sheet as CSV, and try again.';
	return 'This is a document of an older Word. Open it in Word, save it as .docx, and try again.';
}

/** More than a stray control character in a hundred: no text, in whatever encoding. */
function isBinary(text: string): boolean {
	const sample = text.slice(0, 10_000);
	// eslint-disable-next-line no-control-regex
	const strange = sample.match(/[\0-\x08\x0E-\x1A\x1C-\x1F\uFFFD]/g)?.length ?? 0;
	return strange * 100 > sample.length;
}
