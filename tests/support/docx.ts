/** Word documents for tests: the parts that Word itself would write, in a .zip. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
	name: string;
	content: string | Uint8Array;
}

/** A .zip file of these parts, compressed. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
	const bodies: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const { name, content } of parts) {
		const raw = Buffer.from(content as string);
		const packed = deflateRawSync(raw);
		const common = Buffer.alloc(26);
		common.writeUInt16LE(20, 0);
		common.writeUInt16LE(8, 4);
		common.writeUInt32LE(crc32(raw), 10);
		common.writeUInt32LE(packed.length, 14);
		common.writeUInt32LE(raw.length, 18);
		common.writeUInt16LE(Buffer.byteLength(name), 22);
		const entry = Buffer.alloc(14);
		entry.writeUInt32LE(offset, 10);
		bodies.push(Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed);
		directory.push(Buffer.from('PK\x01\x02\x14\0'), common, entry, Buffer.from(name));
		offset += 30 + Buffer.byteLength(name) + packed.length;
	}
	const end = Buffer.alloc(22);
	end.write('PK\x05\x06', 'latin1');
	end.writeUInt16LE(parts.length, 8);
	end.writeUInt16LE(parts.length, 10);
	end.writeUInt32LE(Buffer.concat(directory).length, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...bodies, ...directory, end]);
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** @param body what stands inside `w:body`; styles Title and Heading1 to 3 and lists 1 (bullets) and 2 (numbers) exist */
export function docxOf(body: string, more: readonly ZipPart[] = []): Buffer {
	const styles = ['Title', 'heading 1', 'heading 2', 'heading 3'].map(
		(name) =>
			`<w:style w:type="paragraph" w:styleId="${name.replace('heading ', 'Heading')}"><w:name w:val="${name}"/></w:style>`
	);
	const list = (id: number, format: string) =>
		`<w:abstractNum w:abstractNumId="${id}">${[0, 1].map((level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="${format}"/></w:lvl>`).join('')}</w:abstractNum>`;
	return zipOf([
		{
			name: '[Content_Types].xml',
			content: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPES}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPES}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${TYPES}.numbering+xml"/></Types>`
		},
		{
			name: '_rels/.rels',
			content: `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`
		},
		{
			name: 'word/_rels/document.xml.rels',
			content: `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="r2" Type="${OFFICE}/numbering" Target="numbering.xml"/></Relationships>`
		},
		{
			name: 'word/styles.xml',
			content: `<w:styles xmlns:w="${WORD}">${styles.join('')}</w:styles>`
		},
		{
			name: 'word/numbering.xml',
			content: `<w:numbering xmlns:w="${WORD}">${list(0, 'bullet')}${list(1, 'decimal')}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`
		},
		{
			name: 'word/document.xml',
			content: `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`
		},
		...more
	]);
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** A paragraph; "\n" in its text is a soft line break. */
export function p(text: string, properties = '', run = ''): string {
	const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`);
	return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${run}</w:rPr>${lines.join('<w:br/>')}</w:r></w:p>`;
}

export const title = (text: string) => p(text, '<w:pStyle w:val="Title"/>');
export const heading = (level: number, text: string) =>
	p(text, `<w:pStyle w:val="Heading${level}"/>`);
export const bold = (text: string) => p(text, '', '<w:b/>');
/** An item of a list: 1 has bullets, 2 numbers. */
export const item = (text: string, list = 1, level = 0) =>
	p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);

/** A cell: its paragraphs; `down` begins or continues a cell merged over rows, `across` covers columns. */
export function cell(
	content: string,
	{ down, across }: { down?: 'restart' | 'continue'; across?: number } = {}
): string {
	const merged = down ? `<w:vMerge w:val="${down}"/>` : '';
	const spans = across ? `<w:gridSpan w:val="${across}"/>` : '';
	return `<w:tc><w:tcPr>${spans}${merged}</w:tcPr>${content.startsWith('<') ? content : p(content)}</w:tc>`;
}

export function table(...rows: string[][]): string {
	return `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((each) => (each.startsWith('<w:tc>') ? each : cell(each))).join('')}</w:tr>`).join('')}</w:tbl>`;
}
