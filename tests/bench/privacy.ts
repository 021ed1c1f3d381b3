/**
 * `npm run bench:privacy`: how often the personal-data warning is right. The rules were written against one file of notes;
 * the held-out one was written after them and never tuned to. With `-- --mistakes`, every note that went wrong.
 */
import { parseArgs } from 'node:util';
import { findPersonalData, type Sighting } from '../../src/lib/personal-data/find-personal-data';
import { markedNotes, type MarkedNote } from './privacy/marked-notes';

const { mistakes } = parseArgs({ options: { mistakes: { type: 'boolean' } } }).values;

const results = {
	tuned: measure('Notes the rules were written against', markedNotes('notes.txt')),
	heldOut: measure('Held-out notes, written after the rules', markedNotes('held-out.txt'))
};
console.log(JSON.stringify(results));

function measure(title: string, notes: MarkedNote[]) {
	const judged = notes.map(judge);
	const clean = judged.filter(({ marked }) => !marked.length);
	const falseAlarms = clean.filter(({ wrong }) => wrong.length).length;
	const kinds = new Set(
		judged.flatMap(({ marked, wrong }) => [...marked, ...wrong].map(({ kind }) => kind))
	);
	const overall = figures(judged);

	if (mistakes)
		for (const { text, wrong, missed } of judged)
			if (wrong.length || missed.length)
				console.log(`${text}\n\twrong: ${words(text, wrong)}; missed: ${words(text, missed)}`);
	console.log(`\n${title}: ${notes.length}, ${clean.length} of them without personal data`);
	console.table({
		...Object.fromEntries([...kinds].map((kind) => [kind, figures(judged, kind)])),
		overall
	});
	console.log(`${falseAlarms} of ${clean.length} notes without personal data raised a warning.`);
	return { notes: notes.length, clean: clean.length, falseAlarms, ...overall };
}

/** A sighting is right where it overlaps a mark of its kind. */
function judge({ text, marked }: MarkedNote) {
	const seen = findPersonalData(text);
	return {
		text,
		marked,
		wrong: seen.filter((sighting) => !marked.some((mark) => agree(sighting, mark))),
		missed: marked.filter((mark) => !seen.some((sighting) => agree(sighting, mark)))
	};
}

function agree(a: Sighting, b: Sighting): boolean {
	return a.kind === b.kind && a.start < b.end && b.start < a.end;
}

/** Of one kind, or of all. Shares to three places. */
function figures(judged: ReturnType<typeof judge>[], kind?: Sighting['kind']) {
	const count = (of: 'marked' | 'wrong' | 'missed') =>
		judged.flatMap((note) => note[of]).filter((sighting) => !kind || sighting.kind === kind).length;
	const [wrong, missed] = [count('wrong'), count('missed')];
	const right = count('marked') - missed;
	const share = (of: number) => (of ? Math.round((right / of) * 1000) / 1000 : 1);
	return { right, wrong, missed, precision: share(right + wrong), recall: share(right + missed) };
}

function words(text: string, sightings: Sighting[]): string {
	return sightings.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`).join(', ');
}
