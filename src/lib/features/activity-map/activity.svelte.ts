/** The figures behind the live map, and the wards that have just changed. */
import type { WardActivity } from '$lib/insight/activity';
import { KeptFigures } from '../kept-figures.svelte';

/** How long a ward stays marked after a contact was added, in milliseconds. */
const PULSE_MS = 4_000;

export class ActivityFigures extends KeptFigures<WardActivity> {
	/** Codes of wards with more contacts than in the answer before. */
	pulse = $state.raw<string[]>([]);
	#pulseTimer: ReturnType<typeof setTimeout> | undefined;

	/** Shows the kept figures, asks for new ones, and marks the wards whose contacts grew. */
	override load(name: string, ask: () => Promise<WardActivity>): Promise<void> {
		return super.load(name, ask, (before, now) => before && this.#mark(grown(before, now)));
	}

	#mark(codes: string[]): void {
		if (codes.length === 0) return;
		clearTimeout(this.#pulseTimer);
		this.pulse = codes;
		this.#pulseTimer = setTimeout(() => (this.pulse = []), PULSE_MS);
	}
}

/** The wards whose contacts grew from one answer to the next. */
export function grown(before: WardActivity, now: WardActivity): string[] {
	const earlier = new Map(before.wards.map(({ code, contacts }) => [code, contacts]));
	return now.wards
		.filter(({ code, contacts }) => {
			const was = earlier.get(code);
			return typeof contacts === 'number' && typeof was === 'number' && contacts > was;
		})
		.map(({ code }) => code);
}
