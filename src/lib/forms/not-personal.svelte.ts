/** The pieces of text that were said to be no personal data: no field of the form mentions them again. */
import { createContext } from 'svelte';

export class NotPersonal {
	#pieces = $state.raw<readonly string[]>([]);

	/** @param onAdd is told after each one, to keep them */
	constructor(
		pieces: readonly string[] = [],
		private readonly onAdd: () => void = () => undefined
	) {
		this.#pieces = pieces;
	}

	has(text: string): boolean {
		return this.#pieces.includes(text);
	}

	add(text: string): void {
		this.#pieces = [...this.#pieces, text];
		this.onAdd();
	}

	list(): readonly string[] {
		return this.#pieces;
	}
}

const [getContextNotPersonal, setNotPersonal, hasNotPersonal] = createContext<NotPersonal>();

export { setNotPersonal };

/** The form's; outside a form, the field's own. Call while a component is being made. */
export function getNotPersonal(): NotPersonal {
	return hasNotPersonal() ? getContextNotPersonal() : new NotPersonal();
}
