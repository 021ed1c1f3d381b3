/** Figures from the server, kept for when there is no signal. */
import { sentenceFor } from '$lib/errors/sentences';
import type { Snapshot, Store } from '$lib/store/store';

export class KeptFigures<Answer> {
	/** What is shown: the latest answer, or the one kept on the device. */
	shown = $state.raw<Snapshot<Answer>>();
	/** Why the latest try brought nothing; empty when it did. */
	problem = $state('');
	loading = $state(false);
	#asked = 0;

	constructor(private readonly store: Store) {}

	/**
	 * Shows the kept figures at once, then asks for new ones. Of overlapping calls the last one counts.
	 * @param name what the figures are kept under. It names no days, so that yesterday's are there today.
	 * @param ask rejects with a Failure where there is no answer
	 * @param onAnswer is told of a new answer, and of the one before
	 */
	async load(
		name: string,
		ask: () => Promise<Answer>,
		onAnswer?: (before: Answer | undefined, now: Answer) => void
	): Promise<void> {
		const asked = ++this.#asked;
		const before = await this.store.snapshot<Answer>(name);
		if (asked !== this.#asked) return;
		this.shown = before;
		this.loading = true;
		try {
			const value = await ask();
			if (asked !== this.#asked) return;
			this.shown = { value, at: new Date().toISOString() };
			this.problem = '';
			onAnswer?.(before?.value, value);
			await this.store.keepSnapshot(name, value);
		} catch (error) {
			if (asked === this.#asked) this.problem = sentenceFor(error);
		} finally {
			if (asked === this.#asked) this.loading = false;
		}
	}
}
