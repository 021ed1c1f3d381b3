/** Web pages as files: whole, in need of nothing else, fit for paper. */

const STYLE = `@page { size: A4; margin: 18mm; }
body { max-width: 40rem; margin: 2rem auto; padding: 0 1rem; font: 1.0625rem/1.5 system-ui, sans-serif; color: #1d1d1b; }
p { margin: 0 0 0.5rem; white-space: pre-line; overflow-wrap: anywhere; }
.small { color: #55534d; font-size: 0.9375rem; }
@media print { body { margin: 0; padding: 0; max-width: none; font-size: 11pt; } }`;

/**
 * @param body markup; what it takes from elsewhere has to be escaped
 * @param style further rules
 */
export function htmlPage(title: string, body: string, style: string): string {
	return `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>
${STYLE}
${style}
</style>
<h1>${escaped(title)}</h1>
${body}
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;'
};

/** A text for the inside of an element or of an attribute in double quotes. */
export function escaped(text: string): string {
	return text.replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter);
}
