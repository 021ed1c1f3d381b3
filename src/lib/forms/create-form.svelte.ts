/**
 * A form's state: values, errors after a submit, a draft kept while it changes. Nothing is judged until it is sent;
 * then each field at fault gets its first sentence, and stays marked until the next try, so that no page shifts under
 * somebody who is mending it.
 */
import type * as z from 'zod/mini';
import { errorList, firstErrors, type FieldErrors } from './error-list';
import { newest } from './newest';

/** Values as they are at a moment: plain, no longer reactive. */
type Snapshot<Values> = ReturnType<typeof $state.snapshot<Values>>;

interface FormOptions<Values extends object, Output> {
	/** Reads the values into what is saved; its messages are sentences for people. It may come when it is asked for. */
	schema: z.ZodMiniType<Output> | (() => Promise<z.ZodMiniType<Output>>);
	/** Every field, in the order of the page: errors are listed in that order. */
	initial: Values;
	/** What is wrong with them from the start, such as what a server found. */
	errors?: FieldErrors;
	/** May return errors that only saving could find, such as a name already taken. */
	onSubmit: (output: Output) => Promise<FieldErrors | void> | FieldErrors | void;
	/**
	 * The values as they are, at once after every change: a phone that kills the app gives no last moment. For drafts.
	 * While one call is busy the values of the next are those of the latest change. Must not throw.
	 */
	onChange?: (values: Snapshot<Values>) => Promise<void> | void;
}

/** A part of the app that is not on this device yet did not come. */
const NOT_CHECKED = 'The form could not be checked. It is kept: try again when you have a signal';

/** Call while a component is being made. Fields bind to `form.values`, and take `form.errors.x` as their error. */
export function createForm<Values extends object, Output>({
	schema,
	initial,
	errors: found = {},
	onSubmit,
	onChange
}: FormOptions<Values, Output>) {
	const values = $state(initial);
	let errors = $state.raw<FieldErrors<keyof Values & string>>(found);
	let busy = $state(false);
	const summary = $derived(errorList(errors, Object.keys(initial)));

	if (onChange) keepDraft(() => $state.snapshot<Values>(values), onChange);

	/** Reads the values and hands them on, or lists what is wrong. For a form's onsubmit. */
	async function submit(event?: SubmitEvent): Promise<void> {
		event?.preventDefault();
		if (busy) return;
		busy = true;
		try {
			const rules = typeof schema === 'function' ? await schema().catch(() => null) : schema;
			if (!rules) {
				errors = { '': NOT_CHECKED } as FieldErrors<keyof Values & string>;
				return;
			}
			const read = rules.safeParse($state.snapshot(values));
			errors = read.success ? ((await onSubmit(read.data)) ?? {}) : firstErrors(read.error.issues);
		} finally {
			busy = false;
		}
	}

	return {
		values,
		submit,
		/** One sentence for each field at fault. */
		get errors() {
			return errors;
		},
		/** The same for a Page's `errors`: a new list after each failed try, which takes focus again. */
		get summary() {
			return summary;
		},
		/** From submit until it is saved or refused. */
		get busy() {
			return busy;
		}
	};
}

function keepDraft<Values>(read: () => Values, keep: (values: Values) => Promise<void> | void) {
	const keepNewest = newest(keep);
	let first = true;

	$effect(() => {
		const values = read();
		// Opening a form is no change of it.
		if (first) first = false;
		else keepNewest(values);
	});
}
