/** The plan is the administrators'; managers keep actions up to date; everybody who works here reads it. */
import { describeRights, type Rights } from './rights';

const readers = {
	aisha: ['read'],
	tom: ['read'],
	champion: ['read'],
	manager: ['read'],
	cleared: ['read'],
	viewer: [],
	stranger: [],
	neighbour: [],
	anon: []
} satisfies Omit<Rights, 'admin'>;

const adminsOnly: Rights = { ...readers, admin: ['read', 'add', 'change', 'change own'] };

describeRights('plans', {
	record: ({ council }) => ({ council_id: council, title: 'Next plan' }),
	change: { title: 'Another title' },
	rights: adminsOnly
});

describeRights('objectives', {
	record: ({ council, plan }) => ({
		council_id: council,
		plan_id: plan,
		kind: 'objective',
		reference: '2',
		title: 'Fair pay',
		position: 2
	}),
	change: { closed_on: '2026-01-01' },
	rights: adminsOnly
});

describeRights('actions', {
	record: ({ council, plan, priority }) => ({
		council_id: council,
		plan_id: plan,
		objective_id: priority,
		reference: 'A2',
		title: 'Train everyone',
		service: 'People',
		position: 2
	}),
	change: { status: 'done', rag: 'green', progress_note: 'All trained.' },
	rights: {
		...adminsOnly,
		manager: ['read', 'change', 'change own'],
		cleared: ['read', 'change', 'change own']
	}
});
