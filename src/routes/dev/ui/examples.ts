/** Made-up answers for the catalogue. */
import type { Option } from '$lib/forms/option';

function options(...labels: string[]): Option[] {
	return labels.map((label) => ({ value: label.toLowerCase().replaceAll(' ', '_'), label }));
}

export const types = options(
	'Conversation',
	'Visit',
	'Meeting',
	'Event',
	'Drop-in',
	'Phone call',
	'Online',
	'Survey',
	'Stakeholder engagement'
);

export const themes = options(
	'Cost of living',
	'Housing',
	'Health',
	'Mental health',
	'Loneliness and isolation',
	'Education',
	'Jobs and skills',
	'Disability and access'
);

export const barriers: Option[] = [
	{ value: 'cost', label: 'Cost', hint: 'Fares, fees, uniforms', group: 'Money' },
	{ value: 'digital', label: 'Digital', group: 'Getting there' },
	{ value: 'transport', label: 'Transport', group: 'Getting there' }
];

export const statuses = options('Not started', 'In progress', 'Done', 'Stopped');
export const rules: Option[] = [
	{ value: 'day', label: 'On a day' },
	{ value: 'rule', label: 'By a rule', hint: 'For example, 20 working days after the meeting' }
];

export const wards = options(
	'Blackbird Leys',
	'Cowley',
	'Littlemore',
	'Northfield Brook',
	'Rose Hill & Iffley',
	'Temple Cowley',
	'Barton & Sandhills',
	'Carfax & Jericho',
	'Churchill',
	'St Clement’s',
	'St Mary’s'
);

export const organisations: Option[] = [
	{ value: 'leys', label: 'Leys Story Circle', hint: 'Community group, Blackbird Leys' },
	{ value: 'mosque', label: 'East Oxford Friday Kitchen', hint: 'Faith group, Cowley' },
	{ value: 'youth', label: 'Rose Hill Youth Table', hint: 'Charity, Rose Hill & Iffley' }
];
