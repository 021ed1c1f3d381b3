/** What the app said last, for eyes: it stays until it is closed or the page after next is opened, never by a clock. */
export class Notice {
	text = $state('');
	#pagesSince = 0;

	/** Shows a sentence in place of the one before. */
	show(text: string): void {
		this.text = text;
		this.#pagesSince = 0;
	}

	/** Keeps a sentence that is in sight true. News from the network opens no notice by itself: it would shift a form in use. */
	replace(text: string): void {
		if (this.text) this.text = text;
	}

	/** Call after every change of page. The first one after a sentence is where a save or a deletion leads. */
	pageChanged(): void {
		this.#pagesSince += 1;
		if (this.#pagesSince > 1) this.close();
	}

	close(): void {
		this.text = '';
	}
}
