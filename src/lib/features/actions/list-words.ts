/** Why a list of actions is empty, and what to do about it. */
import { NO_FILTER, type ActionFilter, type View } from './action-list';

const EMPTY: Record<View, { title: string; more: string }> = {
	all: {
		title: 'No actions yet',
		more: 'A manager or an administrator adds them, or brings in the council’s plan.'
	},
	mine: {
		title: 'Nothing is yours',
		more: 'Actions that you answer for, and proposals that you made, are listed here.'
	},
	proposals: {
		title: 'No proposals',
		more: 'Anybody who works for the council may propose an action. A manager decides.'
	},
	overdue: { title: 'Nothing is overdue', more: 'No open action is past its date.' },
	quiet: {
		title: 'Every open action has evidence',
		more: 'Each of them was named by a log in the last 90 days.'
	}
};

export function emptyWords(filter: ActionFilter, text: string): { title: string; more: string } {
	const { view, plan, sort } = filter;
	const narrowed =
		JSON.stringify({ ...filter, text }) !== JSON.stringify({ ...NO_FILTER, view, plan, sort });
	return narrowed
		? { title: 'No action matches', more: 'Try fewer words, or clear the filters.' }
		: EMPTY[view];
}
