import { expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { rolesInWords } from './more';

it('says what roles somebody has, where, and that they handle grants', () => {
	const east = sampleRow('localities', { name: 'East' });
	const memberships = [
		sampleRow('memberships', { role: 'officer', locality_id: east.id, handles_grants: true }),
		sampleRow('memberships', { role: 'manager' })
	];
	expect(rolesInWords(memberships, [east], (role) => role)).toBe(
		'officer, East, handles grants. manager.'
	);
	expect(rolesInWords([], [east], String)).toBe('None yet');
});
