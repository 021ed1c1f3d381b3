/** The log form behind its fields: a draft saved on every change, checked and saved as a log at the end. */
import { sentenceFor } from '$lib/errors/sentences';
import type { LogErrors } from '$lib/records/engagement/engagement-rules';
import { suggestPriority } from '$lib/records/engagement/engagement-rules';
import { today } from '$lib/time/dates';
import type { App } from '../app-context';
import type { Reference } from '../reference.svelte';
import { emptyLog, readLog, valuesOf, type LogValues } from './log-values';
import { correctLog, logEngagement } from './verbs';

/** Long enough not to write on every key, short enough that a kill costs a word. */
const DRAFT_DELAY_MS = 250;

export class LogEditor {
	values = $state<LogValues>(emptyLog(today()));
	errors = $state.raw<LogErrors>({});
	/** What stopped a save that the form itself allowed, such as a full device. */
	problem = $state('');
	saving = $state(false);
	/** The form shows nothing until the draft or the log has been read. */
	ready = $state(false);
	/** The log to be corrected no longer exists on this device. */
	missing = $state(false);
	/** Whether what is on the form is kept as a draft. */
	kept = $state(false);
	#timer: ReturnType<typeof setTimeout> | undefined;
	#saved = false;

	/** @param id the log's id, and its draft's: a new one for a new log */
	constructor(
		private readonly app: App,
		readonly id: string,
		readonly kind: 'new' | 'correction'
	) {}

	/** Reads the draft, the log to correct, or what a new log begins with. */
	async open(from: { actionId: string | null }): Promise<void> {
		const { store } = this.app;
		const [draft, log] = await Promise.all([
			store.drafts.get<LogValues>(this.id),
			store.records('engagement_logs').get(this.id)
		]);
		if (this.kind === 'correction' && !log) this.missing = true;
		else if (draft) {
			this.values = { ...emptyLog(today()), ...draft.values };
			this.kept = true;
		} else if (log) this.values = valuesOf(log);
		else this.values = await this.#begin(from.actionId);
		this.ready = true;
	}

	/** Keeps what is on the form. Called on every change. */
	changed(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.keep(), DRAFT_DELAY_MS);
	}

	/** Writes the draft now: before the page goes away. */
	async keep(): Promise<void> {
		clearTimeout(this.#timer);
		if (this.#saved || !this.ready) return;
		try {
			await this.app.store.drafts.save(this.id, 'engagement_logs', $state.snapshot(this.values));
			this.kept = true;
			this.problem = '';
		} catch (error) {
			this.problem = sentenceFor(error);
		}
	}

	/** Saves the log on this device. True when it is saved; otherwise the form says why not. */
	async save(reference: Reference): Promise<boolean> {
		const { access, store } = this.app;
		if (!access?.councilId || this.saving) return false;
		const { areas, objectives } = reference;
		const read = readLog($state.snapshot(this.values), {
			today: today(),
			access,
			areas,
			priorities: objectives.filter(({ kind }) => kind === 'priority')
		});
		if ('errors' in read) {
			this.errors = read.errors;
			return false;
		}
		this.errors = {};
		this.saving = true;
		try {
			clearTimeout(this.#timer);
			if (this.kind === 'new') await logEngagement(store, access.councilId, this.id, read.log);
			else await correctLog(store, this.id, read.log);
			this.#saved = true;
			return true;
		} catch (error) {
			this.problem = sentenceFor(error);
			return false;
		} finally {
			this.saving = false;
		}
	}

	/** Throws the form's content away. */
	async discard(): Promise<void> {
		clearTimeout(this.#timer);
		this.#saved = true;
		await this.app.store.drafts.discard(this.id);
	}

	async #begin(actionId: string | null): Promise<LogValues> {
		const { store, person } = this.app;
		const [objectives, action, [lastLog]] = await Promise.all([
			store.records('objectives').all(),
			actionId ? store.records('actions').get(actionId) : undefined,
			store.records('engagement_logs').newest({
				by: '[created_by+occurred_on]',
				equals: person.userId,
				limit: 1
			})
		]);
		const priorities = objectives.filter(({ kind }) => kind === 'priority');
		const suggested = suggestPriority(priorities, today(), {
			...(action && { action }),
			...(lastLog && { lastLog })
		});
		return { ...emptyLog(today()), action_id: action?.id ?? '', objective_id: suggested ?? '' };
	}
}
