/** Numbers under which organisations are registered, and the identifier that open data knows them by. */

/**
 * A charity number as its register writes it, however it was typed: "1,098,765" -> "1098765", "sc 012345" -> "SC012345".
 * England and Wales write six or seven digits, and -1 after them for a linked charity; Scotland SC, Northern Ireland NIC.
 * Null where it is none; '' stays ''.
 */
export function readCharityNumber(typed: string): string | null {
	const bare = typed.toUpperCase().replace(/[\s,.]/g, '');
	return /^(\d{6,7}(-\d{1,2})?|SC\d{6}|NIC\d{6})?$/.test(bare) ? bare : null;
}

/** A company number as Companies House writes it, eight characters: "1234567" -> "01234567", "ip12345" -> null. */
export function readCompanyNumber(typed: string): string | null {
	const bare = typed.toUpperCase().replace(/[\s,.]/g, '');
	const whole = /^\d{6,7}$/.test(bare) ? bare.padStart(8, '0') : bare;
	return /^(\d{8}|[A-Z]{2}\d{6})?$/.test(whole) ? whole : null;
}

/**
 * The identifier of an organisation in open data, as the 360Giving standard asks for it: list and number of org-id.guide,
 * of a charity's register where there is one, else of Companies House. A linked charity goes by its main charity's number.
 * '' where it is not registered.
 */
export function orgIdOf({
	charity_number: charity,
	company_number: company
}: {
	charity_number: string;
	company_number: string;
}): string {
	if (charity.startsWith('SC')) return `GB-SC-${charity}`;
	if (charity.startsWith('NIC')) return `GB-NIC-${charity.slice(3)}`;
	if (charity) return `GB-CHC-${charity.replace(/-.*/, '')}`;
	return company && `GB-COH-${company}`;
}
