import { expect, it } from 'vitest';
import { Notice } from './notice.svelte';

it('stays on the page that a save leads to, and goes with the next', () => {
	const notice = new Notice();
	notice.show('Saved on this device. Waiting to send.');
	notice.pageChanged();
	expect(notice.text).toBe('Saved on this device. Waiting to send.');
	notice.pageChanged();
	expect(notice.text).toBe('');
});

it('counts the pages from the last sentence on', () => {
	const notice = new Notice();
	notice.show('Log deleted.');
	notice.pageChanged();
	notice.show('Change discarded.');
	notice.pageChanged();
	expect(notice.text).toBe('Change discarded.');
});

it('lets news from the network follow what is in sight, and never appear by itself', () => {
	const notice = new Notice();
	notice.replace('1 log sent');
	expect(notice.text).toBe('');
	notice.show('Saved on this device. Waiting to send.');
	notice.replace('1 log sent');
	expect(notice.text).toBe('1 log sent');
});
