// The phone's database is the app: no page is rendered on a server (ADR 0002).
export const ssr = false;
export const prerender = false;
export const trailingSlash = 'never';
