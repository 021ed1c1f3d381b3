/** The references by which actions and objectives are known. */

const REFERENCES = [
	// "Action 1.2: …", "Action 3 – …"
	/^(?:action|task|activity|ref(?:erence)?)\s*(?:no\.?\s*)?([A-Z]{0,4}[-–]?\d+(?:\.\d+)*[a-z]?)(?:\s*[:.)–—-]+\s*|\s+)(?=\S)/i,
	// "1.2 …", "1.2.3. …"
	/^(\d{1,2}(?:\.\d{1,2}){1,3})[.):]?\s+(?=\S)/,
	// "7. …", "7) …"
	/^(\d{1,3})[.)]\s+(?=\S)/,
	// "EDI-01: …", "CA14 – …", "A1) …"
	/^(?!covid)([A-Z]{1,5}[-–]?\d{1,3}(?:\.\d{1,2})*[a-z]?)(?:\s*[:)]|\.(?=\s)|\s+[–—-](?=\s))\s*(?=\S)/i,
	// "A1.2 …", "WF 2.1 …"
	/^([A-Z]{1,4} ?\d{1,2}(?:\.\d{1,2}){1,2})\s+(?=\S)/
];

/** @returns the reference at the start of a text, null when there is none, and the rest */
export function splitReference(text: string): { reference: string | null; rest: string } {
	for (const pattern of REFERENCES) {
		const match = pattern.exec(text);
		if (match?.[1]) return { reference: match[1], rest: text.slice(match[0].length) };
	}
	return { reference: null, rest: text };
}

/** Titles as they are compared: words alone, so that a comma or a capital is no difference. */
export function normalTitle(text: string): string {
	return text
		.toLowerCase()
		.replace(/[’‘']/g, '')
		.replace(/&/g, ' and ')
		.replace(/[^a-z0-9£%]+/g, ' ')
		.trim();
}
