import { appendFile, chmod } from 'node:fs/promises';
import { join } from 'node:path';
import type { EmailDriver, EmailMessage } from '@supabase/lite';

/**
 * Stands in for e-mail, which this server cannot send: each sign-in link is printed in the terminal,
 * in one line, and added to `sign-in-links.log` in the data folder, which only its owner can read.
 */
export function terminalMail(dataDir: string): EmailDriver {
	const file = join(dataDir, 'sign-in-links.log');
	return {
		async send(message) {
			const line = describe(message);
			console.log(line);
			await appendFile(file, `${new Date().toISOString()} ${line}\n`, { mode: 0o600 });
			await chmod(file, 0o600);
		}
	};
}

/** "Sign-in link for aisha@example.org: http://…", or the whole text of another kind of message. */
function describe({ to, subject, text }: EmailMessage): string {
	const link = /https?:\/\/\S+/.exec(text ?? '')?.[0];
	if (link?.includes('type=magiclink')) return `Sign-in link for ${to}: ${link}`;
	return `Message for ${to}: ${subject}. ${(text ?? '').replaceAll(/\s+/g, ' ')}`;
}
