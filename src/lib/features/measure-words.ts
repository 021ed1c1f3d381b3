/** Measures in words. */
import {
	figureOf,
	targetOn,
	type MeasureState,
	type Standing
} from '$lib/records/measure/measure-rules';
import type { Row } from '$lib/records/registry';
import { formatDate, addDays, addMonths } from '$lib/time/dates';
import type { Tone } from '$lib/ui/Tag.svelte';

type Measure = Row<'measures'>;
type Reading = Row<'measure_readings'>;

/** A figure with its unit: "1,200 safety messages", "64%". */
export function inUnits({ kind, unit }: Pick<Measure, 'kind' | 'unit'>, value: number): string {
	const figure = written(value);
	if (kind === 'percentage') return `${figure}%`;
	return unit ? `${figure} ${unit}` : figure;
}

/** A figure to one decimal place at most; figures are rounded here and nowhere else. */
export function written(value: number): string {
	// So that nothing is shown as "-0".
	return (value + 0).toLocaleString('en-GB', { maximumFractionDigits: 1 }).replace(/^-0$/, '0');
}

/** A reading: "64% (320 of 500)". */
export function readingInWords(measure: Measure, reading: Reading): string {
	const figure = inUnits(measure, figureOf(measure, reading));
	const { value, whole_count } = reading;
	return whole_count === null ? figure : `${figure} (${written(value)} of ${written(whole_count)})`;
}

/**
 * "100% of all staff by 31 March 2030"
 * @param today given, growth says what this year's target is
 */
export function targetInWords(measure: Measure, today?: string): string {
	const { target_rule, rate_percent, direction, due_on, target } = measure;
	const by = due_on ? ` by ${formatDate(due_on)}` : '';
	const rate = `${written(Math.abs(rate_percent ?? 0))}%`;
	switch (target_rule) {
		case 'fixed': {
			const of = measure.whole ? ` of ${measure.whole}` : '';
			const most = direction === 'down' ? 'at most ' : '';
			return sentenceCase(`${most}${inUnits(measure, target ?? 0)}${of}${by}`);
		}
		case 'growth_per_year': {
			const growth = `${rate} ${(rate_percent ?? 0) < 0 ? 'less' : 'more'} each year${by}.`;
			if (measure.baseline === null)
				return `${growth} There is no figure until the baseline is known.`;
			const now = today === undefined ? null : targetOn(measure, today);
			return now === null ? growth : `${growth} This year: ${inUnits(measure, now)}.`;
		}
		case 'beyond_overall': {
			const beyond = `${rate} ${direction === 'down' ? 'below' : 'above'} the overall target${by}`;
			const figure = targetOn(measure, measure.starts_on);
			return figure === null
				? `${beyond}. The overall target is not known yet.`
				: `${beyond}: ${inUnits(measure, figure)}`;
		}
		case 'none':
			return 'No target';
	}
}

/** "425 deaths fewer, on 31 March 2014. Over eight years"; empty where nothing is known. */
export function baselineInWords(measure: Measure): string {
	const { baseline, baseline_on, baseline_note } = measure;
	const figure = baseline === null ? '' : inUnits(measure, baseline);
	const on = baseline_on ? `${figure ? ', on ' : ''}${formatDate(baseline_on)}` : '';
	return [`${figure}${on}`, baseline_note ?? ''].filter(Boolean).join('. ');
}

/** The targets of a measure that grows by the year: the baseline's year, then year by year until the deadline. */
export function yearlyTargets(measure: Measure, today: string): { by: string; target: number }[] {
	if (measure.target_rule !== 'growth_per_year' || measure.baseline === null) return [];
	const until = measure.due_on ?? addMonths(today, 12);
	const targets = [{ by: 'Baseline', target: measure.baseline }];
	for (let year = 0; year < 20; year++) {
		const from = addMonths(measure.starts_on, 12 * year);
		if (from > until) break;
		const to = addDays(addMonths(measure.starts_on, 12 * (year + 1)), -1);
		targets.push({ by: formatDate(to), target: targetOn(measure, from) ?? 0 });
	}
	return targets;
}

const standings: Record<Standing, { label: string; tone: Tone }> = {
	met: { label: 'Target met', tone: 'green' },
	on_the_way: { label: 'On the way', tone: 'green' },
	behind: { label: 'Behind', tone: 'amber' },
	not_known: { label: 'Not known', tone: 'neutral' }
};

/** The standing in a word or two; after the deadline what is behind was not met. */
export function standingInWords(
	{ due_on }: Measure,
	{ standing }: MeasureState,
	today: string
): { label: string; tone: Tone } {
	if (standing === 'behind' && due_on !== null && due_on < today)
		return { label: 'Target not met', tone: 'red' };
	return standings[standing];
}

/** What a measure asks for now; empty where that is nothing. */
export function wantsInWords(state: MeasureState): string {
	if (state.wants === 'final') return 'Deadline passed: record the final position';
	if (state.wants === 'reading' && state.nextOn)
		return `Reading due for the time to ${formatDate(state.nextOn)}`;
	return '';
}

/** Where the measure is: "64% on 30 September 2026" */
export function positionInWords(measure: Measure, { position }: MeasureState): string {
	if (!position) return measure.fed_by ? 'Nothing has counted yet' : 'No reading yet';
	const { accumulates, target_rule } = measure;
	const since = accumulates
		? target_rule === 'growth_per_year'
			? ' so far that year'
			: ` since ${formatDate(measure.starts_on)}`
		: '';
	return `${inUnits(measure, position.value)}${since}, on ${formatDate(position.on)}`;
}

function sentenceCase(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
