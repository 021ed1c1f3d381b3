/**
 * Looks, while somebody types, for what could identify a resident, and says so once for each piece. A piece that they say
 * is no personal data is not mentioned again in this form.
 */
import { createContext } from 'svelte';
import { getAnnounce } from '$lib/ui/announcer';

/** What was typed that looks like somebody's, and the sentence about it. */
interface Piece {
	text: string;
	sentence: string;
}

/** The pieces of text that were said to be no personal data. */
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

const [getNotPersonal, setNotPersonal, hasNotPersonal] = createContext<NotPersonal>();

export { setNotPersonal };

export const LEAVE_OUT = 'Leave out what could identify a resident, unless you need it.';
/** How long typing rests before it is read. */
const REST_MS = 700;

export class PersonalDataWatch {
	readonly #notPersonal = hasNotPersonal() ? getNotPersonal() : new NotPersonal();
	readonly #announce = getAnnounce();
	readonly #said = new Set<string>();
	#seen = $state.raw<Piece[]>([]);
	readonly pieces = $derived(this.#seen.filter(({ text }) => !this.#notPersonal.has(text)));

	/**
	 * Call while a component is being made.
	 * @param read the text to look through; undefined where nobody asked to
	 */
	constructor(read: () => string | undefined) {
		$effect(() => {
			const text = read();
			if (text === undefined) return;
			const timer = setTimeout(() => void this.#look(text), REST_MS);
			return () => clearTimeout(timer);
		});
	}

	dismiss({ text }: Piece): void {
		this.#notPersonal.add(text);
	}

	async #look(text: string): Promise<void> {
		// Only fields that ask for it need the rules, and those only once somebody types.
		const [{ findPersonalData }, { sightingInWords }] = await Promise.all([
			import('$lib/personal-data/find-personal-data'),
			import('$lib/personal-data/words')
		]);
		const pieces = findPersonalData(text).map(({ kind, start, end }) => {
			const piece = text.slice(start, end);
			return { text: piece, sentence: sightingInWords(kind, piece) };
		});
		this.#seen = pieces.filter(
			(piece, at) => pieces.findIndex(({ text }) => text === piece.text) === at
		);
		const news = this.pieces.filter(({ text }) => !this.#said.has(text));
		for (const { text } of news) this.#said.add(text);
		if (news.length) this.#announce([...news.map(({ sentence }) => sentence), LEAVE_OUT].join(' '));
	}
}
