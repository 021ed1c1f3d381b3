/** Who uses this device. It is kept apart from the session, so that the app opens in flight mode. */

export interface Person {
	userId: string;
	email: string;
}

interface People {
	current: string | null;
	people: Person[];
}

const KEPT_AS = 'common-ground:people';

/** The person whose work is on screen; null before the first sign-in and after a sign-out. */
export function currentPerson(): Person | null {
	const { current, people } = readPeople();
	return people.find((person) => person.userId === current) ?? null;
}

/** Everybody who has signed in on this device, the last one first. Their databases stay until they are wiped. */
export function peopleOnDevice(): Person[] {
	return readPeople().people;
}

/** Remembers a person who has just signed in. */
export function rememberPerson(person: Person): void {
	const others = readPeople().people.filter(({ userId }) => userId !== person.userId);
	writePeople({ current: person.userId, people: [person, ...others] });
}

/** After a sign-out nobody's work is on screen; what they had not sent stays in their own database. */
export function nobodyCurrent(): void {
	writePeople({ ...readPeople(), current: null });
}

/** What this app wrote. Looked at by hand: the first screen waits for it, and zod would have to come first. */
function readPeople(): People {
	try {
		const kept = JSON.parse(localStorage.getItem(KEPT_AS) ?? 'null') as Partial<People> | null;
		if (Array.isArray(kept?.people)) return { current: kept.current ?? null, people: kept.people };
	} catch {
		// Not ours: nobody has signed in here.
	}
	return { current: null, people: [] };
}

function writePeople(people: People): void {
	localStorage.setItem(KEPT_AS, JSON.stringify(people));
}
