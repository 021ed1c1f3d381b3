/** A Word document (.docx) as HTML, after a look at what is in it. */
import { PlanFileError } from './plan-file-error';
import { unpackedSize, zipEntries, type ZipEntry } from './zip';

/** Far more than the text of any plan; a zip bomb comes to thousands of times its size. Pictures are never unpacked. */
const MAX_UNPACKED_BYTES = 30_000_000;
const MAX_PARTS = 5000;

const DAMAGED =
	'This Word document is damaged. Open it in Word, save it again as .docx, and try again.';

/** Word's own names for what HTML calls a title; headings below it are mammoth's own. */
const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"];

/**
 * @param bytes a file that begins as a .zip does
 * @throws PlanFileError when it is something else, damaged, too large, or has macros
 */
export async function docxToHtml(bytes: Uint8Array): Promise<string> {
	const entries = zipEntries(bytes);
	if (!entries) throw new PlanFileError(DAMAGED);
	refuseOtherContent(entries);
	const parts = entries.filter(({ name }) => /\.(xml|rels)$/i.test(name));
	const size = await unpackedSize(bytes, parts, MAX_UNPACKED_BYTES).catch(() => {
		throw new PlanFileError(DAMAGED);
	});
	if (size > MAX_UNPACKED_BYTES || entries.length > MAX_PARTS)
		throw new PlanFileError(
			'This Word document unpacks to far more than a plan can hold. Save the text alone as a new document.'
		);
	const { default: mammoth } = await import('mammoth');
	try {
		const { value } = await mammoth.convertToHtml(
			// In Node it reads one of the two, in a browser the other.
			{ buffer: bytes as Buffer, arrayBuffer: bytes.slice().buffer },
			{
				styleMap: STYLES,
				convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' }))
			}
		);
		return value;
	} catch {
		throw new PlanFileError(DAMAGED);
	}
}

function refuseOtherContent(entries: readonly ZipEntry[]): void {
	const has = (part: string) => entries.some(({ name }) => name.startsWith(part));
	if (entries.some(({ name }) => name.toLowerCase().endsWith('vbaproject.bin')))
		throw new PlanFileError(
			'This document has macros in it. Save it in Word as .docx, which leaves them out, and try again.'
		);
	if (has('xl/'))
		throw new PlanFileError('This is an Excel workbook. Save the sheet as CSV, and try again.');
	if (has('ppt/'))
		throw new PlanFileError('This is a presentation. Copy its text, and paste it instead.');
	if (has('content.xml'))
		throw new PlanFileError('This is an OpenDocument file. Save it as .docx, and try again.');
	if (has('word/') || has('[Content_Types].xml')) {
		if (!entries.some(({ name }) => /^word\/document\d*\.xml$/.test(name)))
			throw new PlanFileError(DAMAGED);
		return;
	}
	throw new PlanFileError('This is a .zip file. Unpack it, and choose the document inside.');
}
