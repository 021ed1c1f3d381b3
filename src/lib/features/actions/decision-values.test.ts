import { describe, expect, it } from 'vitest';
import { firstErrors } from '$lib/forms/error-list';
import { sampleRow } from '$lib/records/sample-rows';
import { decisionSchema, type DecisionValues } from './decision-values';

const proposal = sampleRow('actions', { status: 'proposed', reference: '', service: '' });
const other = sampleRow('actions', { plan_id: proposal.plan_id, reference: 'EDI-38' });
const read = (values: Partial<DecisionValues>) =>
	decisionSchema(proposal, () => [proposal, other]).safeParse({
		answer: '',
		reference: 'EDI-39',
		service: 'Parks',
		decision: '',
		...values
	});
const faultsOf = (values: Partial<DecisionValues>) => firstErrors(read(values).error?.issues ?? []);

describe('an answer to a proposal', () => {
	it('is yes or no', () => {
		expect(faultsOf({})).toEqual({ answer: 'Select whether to accept or decline it' });
	});

	it('makes an action of it, with a reference and a service', () => {
		expect(read({ answer: 'accept' }).data).toEqual({
			status: 'not_started',
			reference: 'EDI-39',
			service: 'Parks',
			decision: null
		});
		expect(faultsOf({ answer: 'accept', reference: ' ', service: '' })).toEqual({
			reference: 'Enter the reference',
			service: 'Enter the service'
		});
		expect(faultsOf({ answer: 'accept', reference: 'EDI-38' })).toEqual({
			reference: 'EDI-38 is the reference of “Review equality impact assessments”'
		});
	});

	it('gives a reason where it is no, and leaves the rest alone', () => {
		expect(faultsOf({ answer: 'decline' })).toEqual({ decision: 'Enter the reason' });
		expect(read({ answer: 'decline', decision: ' No money. ', reference: '' }).data).toEqual({
			status: 'declined',
			decision: 'No money.'
		});
	});
});
