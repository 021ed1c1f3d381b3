/**
 * The size budget: what a phone loads before the first screen, for one more screen, and to sync, gzipped.
 * Vite's manifest says what each entry imports; a chunk that first load already brings costs a screen nothing.
 */
import { readFileSync } from 'node:fs';

const client = '.svelte-kit/output/client/';
const manifest = JSON.parse(readFileSync(`${client}.vite/manifest.json`, 'utf8'));
const built = '.svelte-kit/generated/client-optimized/';

/** The files that an entry needs before it runs: itself and its static imports, with their styles. */
function filesOf(key, seen = new Set()) {
	if (seen.has(key)) return [];
	seen.add(key);
	const { file, css = [], imports = [] } = manifest[key];
	return [file, ...css, ...imports.flatMap((imported) => filesOf(imported, seen))];
}

const node = (index) => `${built}nodes/${index}.js`;
const nodes = Object.keys(manifest).filter((key) => key.startsWith(`${built}nodes/`));
const named = (part) => Object.keys(manifest).find((key) => key.includes(part));
/** SvelteKit numbers the root layout 0, the error page 1, then the other layouts, then the pages by address. */
const home = [named('runtime/client/entry.js'), `${built}app.js`, node(0), node(2), node(3)];
const scripts = (files) => [...new Set(files)].filter((file) => file.endsWith('.js'));
const styles = (files) => [...new Set(files)].filter((file) => file.endsWith('.css'));
const inClient = (files) => files.map((file) => client + file);

const first = scripts(home.flatMap((key) => filesOf(key)));
const sync = scripts(filesOf(named('@supabase/supabase-js'))).filter(
	(file) => !first.includes(file)
);
const screens = nodes.map((key) => ({
	name: `Screen ${/(\d+)\.js/.exec(key)[1]}`,
	path: inClient(scripts(filesOf(key)).filter((file) => !first.includes(file))),
	limit: '40 kB'
}));

export default [
	{ name: 'First load', path: inClient(first), limit: '100 kB' },
	{ name: 'Sync (supabase-js, after first paint)', path: inClient(sync), limit: '70 kB' },
	{
		name: 'Styles of the first screen',
		path: inClient(styles(home.flatMap((key) => filesOf(key)))),
		limit: '15 kB'
	},
	...screens.filter(({ path }) => path.length > 0)
].map((check) => ({ ...check, gzip: true }));
