/** Who uses this device. It is kept apart from the session, so that the app opens in flight mode. */
import * as z from 'zod/mini';

const personSchema = z.object({ userId: z.uuid(), email: z.string() });
const peopleSchema = z.object({
	current: z.nullable(z.uuid()),
	people: z.array(personSchema)
});

export type Person = z.infer<typeof personSchema>;

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

function readPeople(): z.infer<typeof peopleSchema> {
	try {
		return peopleSchema.parse(JSON.parse(localStorage.getItem(KEPT_AS) ?? 'null'));
	} catch {
		return { current: null, people: [] };
	}
}

function writePeople(people: z.infer<typeof peopleSchema>): void {
	localStorage.setItem(KEPT_AS, JSON.stringify(people));
}
