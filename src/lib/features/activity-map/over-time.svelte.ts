/** The map's figures through the last 12 months, once somebody asks for them. */
import { atStep, type ActivityByMonth, type WardActivity } from '$lib/insight/activity';
import { formatMonth } from '$lib/time/dates';
import { KeptFigures } from '../kept-figures.svelte';

export class OverTime extends KeptFigures<ActivityByMonth> {
	/** The step that is looked at. */
	step = $state(0);
	/** Whether somebody asked for them. */
	on = $state(false);

	start(): void {
		this.step = 0;
		this.on = true;
	}

	stop(): void {
		this.on = false;
	}

	/** What the steps are called: "Nov 2026", "Apr 2026 to Jun 2026". Undefined while the map shows the whole period. */
	get labels(): string[] | undefined {
		return this.#byMonth?.steps.map(({ since, until }) => {
			const [from, to] = [formatMonth(since), formatMonth(until)];
			return from === to ? from : `${from} to ${to}`;
		});
	}

	/** The figures of the step that is looked at, or those of the whole period. */
	at(activity: WardActivity): WardActivity {
		return this.#byMonth ? atStep(activity, this.#byMonth, this.step) : activity;
	}

	/** Those of every step, or of the whole period alone. */
	all(activity: WardActivity): WardActivity[] {
		const byMonth = this.#byMonth;
		return byMonth ? byMonth.steps.map((_, step) => atStep(activity, byMonth, step)) : [activity];
	}

	get #byMonth(): ActivityByMonth | undefined {
		return this.on ? this.shown?.value : undefined;
	}
}
