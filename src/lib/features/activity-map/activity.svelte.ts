/** The figures behind the live map: asked for whenever something changed, kept for when there is no signal. */
import { sentenceFor } from '$lib/errors/sentences';
import type { WardActivity } from '$lib/insight/activity';
import type { ActivityQuery, Figures } from '$lib/insight/figures';
import type { Snapshot, Store } from '$lib/store/store';

/** How long a ward stays marked after a contact was added, in milliseconds. */
const PULSE_MS = 4_000;

export class ActivityFigures {
	/** What is shown: the latest answer, or the one kept on the device. */
	shown = $state.raw<Snapshot<WardActivity>>();
	/** Why the latest try brought nothing; empty when it did. */
	problem = $state('');
	loading = $state(false);
	/** Codes of wards with more contacts than in the answer before. */
	pulse = $state.raw<string[]>([]);
	#asked = 0;
	#pulseTimer: ReturnType<typeof setTimeout> | undefined;

	constructor(
		private readonly store: Store,
		private readonly figures: Figures
	) {}

	/**
	 * Shows the kept figures at once, then asks for new ones. Of overlapping calls the last one counts.
	 * @param name what the figures are kept under. It names no days, so that yesterday's are there today.
	 */
	async load(query: ActivityQuery, name: string): Promise<void> {
		const asked = ++this.#asked;
		const before = await this.store.snapshot<WardActivity>(name);
		if (asked !== this.#asked) return;
		this.shown = before;
		this.loading = true;
		try {
			const value = await this.figures.wardActivity(query);
			if (asked !== this.#asked) return;
			this.shown = { value, at: new Date().toISOString() };
			this.problem = '';
			if (before) this.#mark(grown(before.value, value));
			await this.store.keepSnapshot(name, value);
		} catch (error) {
			if (asked === this.#asked) this.problem = sentenceFor(error);
		} finally {
			if (asked === this.#asked) this.loading = false;
		}
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
