/** Where to go after signing in: an address within the app, never another site that a link smuggled in. */
export function safeNext(next: string | null): string {
	return next !== null && /^\/(?![/\\])/.test(next) ? next : '/';
}
