/**
 * Puts the focus on a field, with its label or legend in sight: a bare jump would hide the question above the screen's edge.
 *
 * @param id of the field, or of a group of inputs, whose first one it is then
 * @returns whether the page has it
 */
export function goToField(id: string): boolean {
	const target = document.getElementById(id);
	if (!target) return false;
	const inputs = 'input, select, textarea';
	const input = target.matches(inputs) ? target : target.querySelector<HTMLElement>(inputs);
	(target.closest('.govuk-form-group') ?? target).scrollIntoView({ block: 'start' });
	// Scrolls on where the question is taller than the screen, and not at all where it is not.
	input?.focus();
	return true;
}
