/** What the forms of field work offer, in the form's own order. */
import type { Option } from '$lib/forms/option';
import { codeList, type CodeListName } from '$lib/records/code-lists';
import type { Row } from '$lib/records/registry';
import { titles } from '$lib/records/titles';
import { worksIn, type Access } from '$lib/records/tenancy/access';
import type { Reference } from './reference.svelte';

/** A code list as chips: the words alone, so that many fit under the thumb. */
export function choicesOf(name: CodeListName): Option[] {
	return codeList(name).map(({ code, label }) => ({ value: code, label }));
}

/** The wards of the council: the officer's own first, nearest first within each where the distance is known. */
export function wardChoices(
	areas: readonly Row<'areas'>[],
	access: Access,
	metres: ReadonlyMap<string, number> = new Map()
): Option[] {
	const far = (area: Row<'areas'>) => metres.get(area.code) ?? Infinity;
	const own = (area: Row<'areas'>) => (worksIn(access, area) ? 0 : 1);
	return [...areas]
		.sort((a, b) => own(a) - own(b) || far(a) - far(b) || a.name.localeCompare(b.name, 'en-GB'))
		.map((area) => {
			const distance = metres.get(area.code);
			return {
				value: area.code,
				label: area.name,
				...(distance !== undefined && { hint: distanceInWords(distance) })
			};
		});
}

/** Open priorities under the names of their objectives. */
export function priorityChoices({ priorities, objectives }: Reference): Option[] {
	return priorities.map((priority) => {
		const objective = objectives.find(({ id }) => id === priority.parent_id);
		return {
			value: priority.id,
			label: priority.title,
			...(objective && { hint: objective.title })
		};
	});
}

/** "EDI-14 Review equality impact assessments" */
export function actionInWords(id: string, { actions }: Reference): string {
	const action = actions.find((action) => action.id === id);
	return action ? titles.actions(action) : 'An action that is not on this device';
}

/** Named things in a ward first, then the rest. */
export function inWardFirst(
	things: readonly { id: string; name: string; ward_code: string | null }[],
	wardCode: string,
	areas: readonly Row<'areas'>[]
): Option[] {
	const wardName = (code: string | null) => areas.find((area) => area.code === code)?.name;
	return [...things]
		.sort((a, b) => Number(b.ward_code === wardCode) - Number(a.ward_code === wardCode))
		.map(({ id, name, ward_code }) => {
			const hint = wardName(ward_code);
			return { value: id, label: name, ...(hint && { hint }) };
		});
}

/** Places as `inWardFirst` has them; where the phone knows where it is, the nearest first, each with how far it is. */
export function placeChoices(
	places: readonly Row<'places'>[],
	wardCode: string,
	areas: readonly Row<'areas'>[],
	metresTo?: (point: { latitude: number; longitude: number }) => number
): Option[] {
	const metres = new Map(
		places.flatMap(({ id, latitude, longitude }) =>
			metresTo && latitude !== null && longitude !== null
				? [[id, metresTo({ latitude, longitude })] as const]
				: []
		)
	);
	const far = ({ value }: Option) => metres.get(value) ?? Infinity;
	return inWardFirst(places, wardCode, areas)
		.sort((a, b) => (far(a) === far(b) ? 0 : far(a) - far(b)))
		.map((option) => {
			const distance = metres.get(option.value);
			if (distance === undefined) return option;
			return {
				...option,
				hint: [option.hint, distanceInWords(distance)].filter(Boolean).join(', ')
			};
		});
}

/** "400 m away", "2.3 km away". */
export function distanceInWords(metres: number): string {
	if (metres < 1000) return `${Math.round(metres / 100) * 100 || 100} m away`;
	return `${(metres / 1000).toFixed(1)} km away`;
}

/** People by name. Who among them works for the council, the server knows. */
export function peopleChoices(people: readonly Row<'profiles'>[]): Option[] {
	return people
		.map(({ user_id, full_name }) => ({ value: user_id, label: full_name }))
		.sort((a, b) => a.label.localeCompare(b.label, 'en-GB'));
}

/** Names that actions have been given, each once, by the alphabet. */
export function inUse(names: readonly string[]): string[] {
	return [...new Set(names)]
		.filter((name) => name !== '')
		.sort((a, b) => a.localeCompare(b, 'en-GB'));
}
