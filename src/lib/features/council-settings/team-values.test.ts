import { describe, expect, it } from 'vitest';
import { firstErrors } from '$lib/forms/error-list';
import { teamSchema } from './team-values';

const team = {
	hate_team_name: ' Community safety ',
	hate_team_phone: '(01865) 249-811',
	hate_team_url: 'www.oxford.gov.uk/hate-crime',
	hate_team_hours: ''
};

describe('the council’s team for hate incidents', () => {
	it('is read as people type it', () => {
		expect(teamSchema.parse(team)).toEqual({
			hate_team_name: 'Community safety',
			hate_team_phone: '01865 249 811',
			hate_team_url: 'https://www.oxford.gov.uk/hate-crime',
			hate_team_hours: ''
		});
	});

	it('may be nobody', () => {
		const nobody = {
			hate_team_name: '',
			hate_team_phone: '',
			hate_team_url: '',
			hate_team_hours: ''
		};
		expect(teamSchema.parse(nobody)).toEqual(nobody);
	});

	it.each([
		['hate_team_phone', 'ask at the desk', 'Enter a phone number in digits, like 01865 249811'],
		['hate_team_url', 'javascript:alert(1)', 'Enter a web address that begins with https://'],
		['hate_team_url', 'http://oxford.gov.uk', 'Enter a web address that begins with https://'],
		['hate_team_name', 'x'.repeat(201), 'The name of the team must be 200 characters or fewer']
	])('refuses %s %s', (field, value, sentence) => {
		const { error } = teamSchema.safeParse({ ...team, [field]: value });
		expect(firstErrors(error?.issues ?? [])).toEqual({ [field]: sentence });
	});
});
