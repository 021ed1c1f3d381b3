/**
 * The table of contents of a .zip file (which a .docx is), read without unpacking anything, and what its parts really
 * come to. See APPNOTE.TXT 4.3: the end record, then one record per file.
 */

export interface ZipEntry {
	name: string;
	compressed: number;
	/** Where its own header begins. */
	offset: number;
	method: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const HEADER = 0x04034b50;
const DEFLATED = 8;

/** The files in a .zip, or null when its table of contents is broken. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = endRecord(view);
	if (end === null) return null;
	const entries: ZipEntry[] = [];
	let at = view.getUint32(end + 16, true);
	for (let left = view.getUint16(end + 10, true); left > 0; left--) {
		if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) return null;
		const nameLength = view.getUint16(at + 28, true);
		if (at + 46 + nameLength > view.byteLength) return null;
		entries.push({
			name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
			method: view.getUint16(at + 10, true),
			compressed: view.getUint32(at + 20, true),
			offset: view.getUint32(at + 42, true)
		});
		at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
	}
	return entries;
}

/** The end record is last, but for a comment of at most 64 KiB. */
function endRecord(view: DataView): number | null {
	const first = Math.max(0, view.byteLength - 22 - 0xffff);
	for (let at = view.byteLength - 22; at >= first; at--)
		if (view.getUint32(at, true) === END) return at;
	return null;
}

/**
 * What the parts come to when unpacked, in bytes: counted, because a zip bomb lies about it. Stops at the limit.
 * @throws when a part is damaged
 */
export async function unpackedSize(
	bytes: Uint8Array,
	entries: readonly ZipEntry[],
	limit: number
): Promise<number> {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let total = 0;
	for (const { offset, compressed, method } of entries) {
		if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== HEADER)
			throw new Error('No part where the table of contents says.');
		const start =
			offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
		if (start + compressed > view.byteLength) throw new Error('A part is cut off.');
		const part = bytes.slice(start, start + compressed);
		total += method === DEFLATED ? await inflatedSize(part, limit - total) : part.length;
		if (total > limit) break;
	}
	return total;
}

async function inflatedSize(part: Uint8Array<ArrayBuffer>, limit: number): Promise<number> {
	const reader = new Blob([part])
		.stream()
		.pipeThrough(new DecompressionStream('deflate-raw'))
		.getReader();
	let size = 0;
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return size;
		size += value.length;
		if (size > limit) {
			await reader.cancel();
			return size;
		}
	}
}
