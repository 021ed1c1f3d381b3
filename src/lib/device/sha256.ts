/** The SHA-256 of bytes, or of a text's UTF-8, in lower-case hexadecimal. */
export async function sha256(content: ArrayBuffer | string): Promise<string> {
	const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
	const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
	return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
