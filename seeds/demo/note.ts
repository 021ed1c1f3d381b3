/** What an officer writes down: fragments put together so that no two notes sound alike. */
import { Constants, type Enums } from '../../src/lib/records/database.types';
import { heard } from '../files';
import { createDeck, pick, type Random } from './random';

type Theme = Enums<'engagement_theme'>;
type EngagementType = Enums<'engagement_type'>;

/** A remark this long, in characters, needs no second one beside it. */
const LONG = 85;

export interface Note {
	heard: string;
	themes: Theme[];
	barriers: Enums<'barrier'>[];
}

/** Writes notes. Remarks, openings and endings each come round only when all the others have been used. */
export function createNoteWriter(random: Random) {
	const voices = new Map(
		Constants.public.Enums.engagement_theme.map((theme) => [
			theme,
			createDeck(random, heard.themes[theme].voices)
		])
	);
	const openings = new Map(
		Constants.public.Enums.engagement_type.map((type) => [
			type,
			createDeck(random, heard.openings[type])
		])
	);
	const ending = createDeck(random, heard.endings);

	/** @param mayOpen false where an opening would contradict what is known of the place */
	return function writeNote(theme: Theme, type: EngagementType, mayOpen: boolean): Note {
		const remarks = [draw(voices, theme)];
		if (remarks[0] && remarks[0].says.length < LONG && random() < 0.45) {
			remarks.push(draw(voices, theme));
		}
		const short = remarks.length === 1;
		const sentences = [
			...(mayOpen && short && random() < 0.4 ? [draw(openings, type)] : []),
			...remarks.map(({ says }) => spoken(random, says)),
			...(short && random() < 0.4 ? [ending()] : [])
		];
		return {
			// Now and then there is time for the figures only.
			heard: random() < 0.04 ? '' : sentences.join(' '),
			themes: unique([theme, ...remarks.flatMap(({ also }) => also ?? [])]),
			barriers: unique(remarks.flatMap(({ barriers }) => barriers ?? []))
		};
	};
}

/** Chooses among alternatives: "[one|other] of us" becomes "one of us" or "other of us". */
export function spoken(random: Random, text: string): string {
	return text.replace(/\[([^\]]+)\]/g, (_, alternatives: string) =>
		pick(random, alternatives.split('|'))
	);
}

function draw<K, T>(decks: ReadonlyMap<K, () => T>, key: K): T {
	const deck = decks.get(key);
	if (!deck) throw new RangeError(`Nothing is written for ${String(key)}`);
	return deck();
}

function unique<T>(codes: T[]): T[] {
	return [...new Set(codes)];
}
