/**
 * What people wrote, each piece recognisable wherever it ends up: every sentence and every number is used once.
 * A piece that its writer threw away on purpose is struck out.
 */
export interface Piece {
	text: string;
	/** Whose phone; null for somebody at a desk, whose SQL is acknowledged when it commits. */
	writer: string | null;
	record: string;
	kind: 'sentence' | 'number';
}

export class Ledger {
	readonly pieces: Piece[] = [];
	/** Records of which a person decided a dispute, and so overwrote somebody on purpose. */
	readonly decided = new Set<string>();
	#next = 0;

	/** A sentence that nobody has used. */
	sentence(): string {
		return `Said ${++this.#next} so.`;
	}

	/** A number of people that nobody has used. */
	number(): number {
		return 10_000 + ++this.#next;
	}

	wrote(piece: Piece): void {
		// Of the numbers that one person wrote into a record one after the other, the last counts.
		if (piece.kind === 'number')
			this.strike(piece.writer, piece.record, ({ kind }) => kind === 'number');
		this.pieces.push(piece);
	}

	/** Somebody threw away what they wrote into a record, or some of it. */
	strike(
		writer: string | null,
		record: string,
		which: (piece: Piece) => boolean = () => true
	): void {
		for (let index = this.pieces.length - 1; index >= 0; index--) {
			const piece = this.pieces[index];
			if (piece?.writer === writer && piece.record === record && which(piece))
				this.pieces.splice(index, 1);
		}
	}
}
