import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { createForm } from './create-form.svelte';
import { pastDateField, textField, wholeNumberField } from './field-schemas';

const schema = z.object({
	people: wholeNumberField({ name: 'the number of people', optional: true }),
	title: textField({ name: 'the title', max: 20 }),
	date: pastDateField({ name: 'the date', today: '2026-11-17' })
});

describe('createForm', () => {
	it('judges nothing before it is sent', () => {
		const form = createForm({
			schema,
			initial: { title: '', date: '', people: '' },
			onSubmit: () => {}
		});
		expect(form.errors).toEqual({});
		expect(form.summary).toEqual([]);
	});

	it('hands on what the schema read', async () => {
		const sent: unknown[] = [];
		const form = createForm({
			schema,
			initial: { title: ' Fair ', date: '2026-11-17', people: '1,200' },
			onSubmit: (output) => void sent.push(output)
		});
		await form.submit();
		expect(sent).toEqual([{ title: 'Fair', date: '2026-11-17', people: 1200 }]);
		expect(form.summary).toEqual([]);
	});

	it('lists the first error of each field in the order of the page, and sends nothing', async () => {
		const sent: unknown[] = [];
		const form = createForm({
			schema,
			initial: { title: '', date: '2026-11-', people: 'six' },
			onSubmit: (output) => void sent.push(output)
		});
		await form.submit();
		expect(sent).toEqual([]);
		expect(form.errors.date).toBe('The date must include a day');
		expect(form.summary).toEqual([
			{ field: 'title', message: 'Enter the title' },
			{ field: 'date', message: 'The date must include a day' },
			{ field: 'people', message: 'The number of people must be a whole number, like 15' }
		]);
	});

	it('asks for a schema that comes late when it is sent, and keeps what was typed where it does not come', async () => {
		const sent: unknown[] = [];
		const initial = { title: 'Fair', date: '2026-11-17', people: '' };
		const onSubmit = (output: unknown) => void sent.push(output);
		const late = createForm({ schema: () => Promise.resolve(schema), initial, onSubmit });
		await late.submit();
		expect(sent).toEqual([{ ...initial, people: null }]);

		const never = () => Promise.reject<typeof schema>(new TypeError('Failed to fetch'));
		const lost = createForm({ schema: never, initial, onSubmit });
		await lost.submit();
		expect(lost.summary[0]?.message).toMatch(/^The form could not be checked\. It is kept/);
		expect(lost.values.title).toBe('Fair');
		expect(lost.busy).toBe(false);
		expect(sent).toHaveLength(1);
	});

	it('shows errors that only saving could find', async () => {
		const form = createForm({
			schema: z.object({ email: z.string() }),
			initial: { email: 'a@b.example' },
			onSubmit: () => Promise.resolve({ email: 'Somebody has this email address already' })
		});
		await form.submit();
		expect(form.summary).toEqual([
			{ field: 'email', message: 'Somebody has this email address already' }
		]);
	});

	it('sends once however often it is pressed, and is free again after a failure', async () => {
		let tries = 0;
		const form = createForm({
			schema: z.object({}),
			initial: {},
			onSubmit: () => {
				tries += 1;
				return Promise.reject(new Error('no room'));
			}
		});
		const first = form.submit();
		await form.submit();
		await expect(first).rejects.toThrow('no room');
		expect(tries).toBe(1);
		expect(form.busy).toBe(false);
	});
});
