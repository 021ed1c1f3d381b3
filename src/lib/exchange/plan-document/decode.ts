/** Bytes of a text file as text: UTF-8, UTF-16 (with or without its mark) and Windows-1252, without byte order marks. */
export function decodeText(bytes: Uint8Array): string {
	const encoding = encodingOf(bytes);
	if (encoding) return new TextDecoder(encoding).decode(bytes);
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		// Not UTF-8: what older Windows programs save.
		return new TextDecoder('windows-1252').decode(bytes).replace(/[\x80-\x9F]/g, printable);
	}
}

/** Windows' signs from 0x80 on, which Node 20 leaves as control characters. */
const WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ';

function printable(sign: string): string {
	return WINDOWS.charAt(sign.charCodeAt(0) - 0x80);
}

function encodingOf(bytes: Uint8Array): string | null {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
	// English in UTF-16 has a nought in every other byte; text in other encodings has none.
	const sample = bytes.subarray(0, 1000);
	const noughts = (odd: number) => sample.filter((byte, at) => byte === 0 && at % 2 === odd).length;
	if (noughts(1) > sample.length / 4 && noughts(0) === 0) return 'utf-16le';
	if (noughts(0) > sample.length / 4 && noughts(1) === 0) return 'utf-16be';
	return null;
}
