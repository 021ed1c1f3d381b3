/** How a report stands against its day, in words. */
import type { ReportStanding } from '$lib/records/grant/report-standing';
import type { Tone } from '$lib/ui/Tag.svelte';
import { counted } from '../deadline-words';

/** "Received", "Due today", "3 working days left", "Overdue by 1 working day". */
export function standingInWords({ state, workingDays }: ReportStanding): {
	words: string;
	tone: Tone;
} {
	const days = counted(workingDays, 'working day');
	switch (state) {
		case 'received':
			return { words: 'Received', tone: 'green' };
		case 'overdue':
			return { words: workingDays === 0 ? 'Overdue' : `Overdue by ${days}`, tone: 'red' };
		case 'due_soon':
			return { words: workingDays === 0 ? 'Due now' : `${days} left`, tone: 'amber' };
		case 'later':
			return { words: `${days} left`, tone: 'neutral' };
	}
}
