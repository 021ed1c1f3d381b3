/** How sightings are put to people. */
import type { PersonalDataKind } from './find-personal-data';

const what: Record<PersonalDataKind, string> = {
	email: 'an email address',
	ni_number: 'a National Insurance number',
	nhs_number: 'an NHS number',
	date_of_birth: 'a date of birth',
	phone: 'a phone number',
	postcode: 'the postcode of a home',
	address: 'the address of a home',
	name: 'somebody’s name'
};

/** "This looks like a phone number: 07700 900123." */
export function sightingInWords(kind: PersonalDataKind, text: string): string {
	return `This looks like ${what[kind]}: ${text}.`;
}
