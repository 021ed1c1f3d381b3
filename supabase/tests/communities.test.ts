/** Organisations and places: whoever works in the field adds them, and corrects their own. */
import { describeRights, type Rights } from './rights';
import { WARDS } from './scene';

const rights: Rights = {
	aisha: ['read', 'add', 'change own'],
	tom: ['read', 'add', 'change own'],
	champion: ['read', 'add', 'change own'],
	manager: ['read', 'add', 'change', 'change own'],
	cleared: ['read', 'add', 'change', 'change own'],
	admin: ['read', 'add', 'change', 'change own'],
	viewer: [],
	stranger: [],
	neighbour: [],
	anon: []
};

describeRights('organisations', {
	record: ({ council }) => ({
		council_id: council,
		name: 'Leys Sewing Circle',
		kind: 'community_group',
		ward_code: WARDS.leys
	}),
	change: { note: 'Meets on Tuesdays.', deleted_at: '2026-01-01' },
	rights
});

describeRights('places', {
	record: ({ council }) => ({
		council_id: council,
		name: 'Leys Community Centre',
		kind: 'community_centre',
		ward_code: WARDS.leys
	}),
	change: { latitude: 51.7, longitude: -1.2 },
	rights
});
