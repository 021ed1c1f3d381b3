import { describe, expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { funderSchema, valuesOfFunder } from './funder-values';

const blank = valuesOfFunder(sampleRow('councils'));

describe('the council as a funder', () => {
	it('may have no identifiers yet', () => {
		expect(funderSchema.parse(blank)).toEqual({
			funder_prefix: '',
			funder_org_id: '',
			report_reminder_days: 10
		});
	});

	it('takes the prefix however it is written', () => {
		for (const funder_prefix of ['oxford', ' 360G-oxford', '360g-oxford-'])
			expect(funderSchema.parse({ ...blank, funder_prefix }).funder_prefix).toBe('oxford');
	});

	it('says what is wrong, all at once', () => {
		const typed = { funder_prefix: 'ox ford', funder_org_id: 'Oxford', report_reminder_days: '99' };
		expect(funderSchema.safeParse(typed).error?.issues.map(({ message }) => message)).toEqual([
			'Enter the prefix that 360Giving gave you, like “oxford”, without the “360G-”',
			'Enter an organisation identifier, like GB-LAE-OXO',
			'The number of working days must be 60 or fewer'
		]);
	});
});
