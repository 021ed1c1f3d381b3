/** Places from a table. */
import { codeList } from '$lib/records/code-lists';
import type { PlaceFields } from '$lib/records/place/new-place';
import type { Row } from '$lib/records/registry';
import { codeFrom, dayFrom, truthFrom, wardFrom, type Importing } from '../csv-import';
import { placeFormSchema } from './place-schema';
import { emptyPlace, type PlaceValues } from './place-values';
import { addPlace } from './verbs';

/** A place is known by its name, whatever its letters. */
const keyOf = ({ name }: { name: string }) => name.trim().toLocaleLowerCase('en-GB');

/** As the form has it. */
function answerFrom(cell: string): string | null {
	const truth = truthFrom(cell);
	if (truth === null) return /^not known$/i.test(cell) ? '' : null;
	return truth ? 'yes' : 'no';
}

function degreesFrom(cell: string): number | null {
	return /^-?\d{1,3}(\.\d+)?$/.test(cell) ? Number(cell) : null;
}

/**
 * @param places those that are here
 * @param today `YYYY-MM-DD`
 */
export function placeImport(
	places: readonly Row<'places'>[],
	areas: readonly Row<'areas'>[],
	today: string
): Importing<PlaceValues, PlaceFields> {
	const answer = { read: answerFrom, says: 'yes, no or not known' };
	return {
		columns: [
			{ field: 'name', label: 'Name', also: ['place', 'venue', 'building'] },
			{
				field: 'kind',
				label: 'Kind',
				also: ['kind of place', 'type'],
				read: codeFrom(codeList('place_kind')),
				says: 'a kind of place that there is'
			},
			{
				field: 'ward_code',
				label: 'Ward',
				also: ['ward name'],
				read: wardFrom(areas),
				says: 'a ward of this council'
			},
			{ field: 'address', label: 'Address' },
			{ field: 'postcode', label: 'Postcode' },
			{
				field: 'latitude',
				label: 'Latitude',
				also: ['lat'],
				read: degreesFrom,
				says: 'in degrees'
			},
			{
				field: 'longitude',
				label: 'Longitude',
				also: ['long', 'lng', 'lon'],
				read: degreesFrom,
				says: 'in degrees'
			},
			{ field: 'step_free', label: 'Step-free', also: ['step free'], ...answer },
			{ field: 'accessible_toilet', label: 'Accessible toilet', ...answer },
			{ field: 'hearing_loop', label: 'Hearing loop', ...answer },
			{ field: 'quiet_room', label: 'Quiet room', ...answer },
			{ field: 'wifi', label: 'Wi-Fi', also: ['wi fi', 'wifi'], ...answer },
			{ field: 'checked_on', label: 'Checked on', read: dayFrom, says: 'a date, like 31/03/2026' },
			{ field: 'hire_cost', label: 'Hire cost', also: ['cost'] },
			{ field: 'capacity', label: 'Capacity' },
			{ field: 'note', label: 'Note', also: ['notes'] }
		],
		required: ['name', 'kind'],
		empty: emptyPlace,
		schema: () => placeFormSchema(today),
		nameOf: ({ name }) => name,
		keyOf,
		known: new Set(places.map(keyOf)),
		save: addPlace,
		example: [
			'Leys Hall',
			'hub',
			areas[0]?.name ?? '',
			'1 High Street',
			'OX4 6JD',
			'',
			'',
			'yes',
			'yes',
			'no',
			'not known',
			'yes',
			'31/03/2026',
			'£12 an hour',
			'80',
			''
		]
	};
}
