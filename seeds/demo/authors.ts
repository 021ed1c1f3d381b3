/** Who of the demonstration's people works where. */
import { areas, people } from '../files';
import type { PeopleSeed } from '../schema';

type Person = PeopleSeed['people'][number];
type Role = Person['memberships'][number]['role'];

const localityOfWard = new Map(areas.areas.map(({ code, locality }) => [code, locality]));

/** Everybody who holds a role. */
export function holding(role: Role): Person[] {
	return people.people.filter(({ memberships }) => memberships.some((held) => held.role === role));
}

/** The officers of a ward's locality; every officer where no ward is meant. */
export function officersFor(ward: string | null): Person[] {
	if (ward === null) return holding('officer');
	const locality = localityOfWard.get(ward);
	return holding('officer').filter(({ memberships }) =>
		memberships.some((held) => held.locality === locality)
	);
}
