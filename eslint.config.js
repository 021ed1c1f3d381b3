import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/**
 * Who may import whom, per folder: the folders of src/lib (or the one file of a folder) that a file there may reach
 * besides its own. The lint fails on anything else, so that nobody has to remember. See CONTRIBUTING, "Where things go".
 */
const mayImport = {
	'src/lib/time': [],
	'src/lib/errors': [],
	'src/lib/records': ['time'],
	'src/lib/navigation': [],
	'src/lib/store': ['records', 'errors', 'time'],
	'src/lib/text': [],
	'src/lib/personal-data': [],
	'src/lib/sync': ['store', 'records', 'text', 'errors', 'time'],
	'src/lib/supabase': ['sync', 'store', 'records', 'errors', 'insight', 'device'],
	'src/lib/device': ['store', 'records', 'errors'],
	'src/lib/insight': ['records', 'time'],
	'src/lib/exchange': ['records', 'personal-data', 'time'],
	'src/lib/map': ['exchange', 'time'],
	'src/lib/charts': ['time'],
	'src/lib/ui': [],
	'src/lib/forms': ['ui', 'personal-data', 'time'],
	'src/lib/features': [
		'ui',
		'forms',
		'map',
		'charts',
		'store',
		'sync/status.svelte',
		'device',
		'records',
		'insight',
		'exchange',
		'text',
		'errors',
		'time',
		'navigation'
	],
	'src/routes': ['features', 'ui', 'device', 'navigation', 'store', 'sync', 'supabase'],
	'src/routes/dev': ['ui', 'forms', 'map', 'exchange']
};

/** Packages that one folder alone may import; the rest of the app goes through that folder. */
const keptPackages = {
	dexie: ['src/lib/store'],
	'@supabase': ['src/lib/supabase'],
	d3: ['src/lib/map', 'src/lib/charts', 'src/lib/exchange'],
	'node-diff3': ['src/lib/text']
};

const libFolders = readdirSync(new URL('src/lib', import.meta.url), { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.map(({ name }) => name);

for (const name of libFolders)
	if (!(`src/lib/${name}` in mayImport))
		throw new Error(`eslint.config.js: say in mayImport what src/lib/${name} may import.`);

/** The rules of one folder, for imports however they are written: static, dynamic or as an export. */
function boundaries(folder) {
	const own = folder.replace('src/lib/', '');
	const allowed =
		libFolders.includes(own) && own !== 'features'
			? [own, ...mayImport[folder]]
			: mayImport[folder];
	const packages = Object.keys(keptPackages).filter((name) => !keptPackages[name].includes(folder));
	const outside = `(?=(${libFolders.join('|')})/)(?!(${allowed.join('|')})(/|$))`;
	const rules = [
		['^(\\$lib/|(\\.\\./)+(lib/)?)' + outside, `${folder} may import ${allowed.join(', ')} only.`],
		[`^(${packages.join('|')})(/|-|$)`, 'This package stays behind the folder that owns it.'],
		['/routes/', 'Nothing imports routes.']
	];
	if (own === 'features')
		// Features do not know each other: what two share sits in features/ itself or lower, or a route composes them.
		rules.push(['^\\.\\.?/(?!\\.)[^/]+/', 'Features do not import each other.']);
	return {
		files: [`${folder}/**`],
		// A test may reach for the real part next door.
		ignores: ['**/*.test.ts'],
		rules: {
			'no-restricted-syntax': [
				'error',
				...rules.map(([pattern, message]) => ({ selector: importOf(pattern), message }))
			]
		}
	};
}

/** A selector for everything that imports from an address matching a pattern. */
function importOf(pattern) {
	const regex = pattern.replaceAll('/', '\\u002F');
	return `:matches(ImportDeclaration, ImportExpression, ExportNamedDeclaration, ExportAllDeclaration)[source.value=/${regex}/]`;
}

export default defineConfig([
	globalIgnores(['build/', '.svelte-kit/', 'node_modules/', 'src/lib/records/database.types.ts']),
	js.configs.recommended,
	ts.configs.recommendedTypeChecked,
	svelte.configs.recommended,
	{
		languageOptions: {
			globals: { ...globals.browser, ...globals.node },
			parserOptions: {
				// For scripts within components, also where the cycle rule reads a component from elsewhere.
				parser: ts.parser,
				projectService: { allowDefaultProject: ['*.js'] },
				extraFileExtensions: ['.svelte']
			}
		},
		plugins: { 'import-x': importX },
		settings: {
			'import-x/resolver-next': [createTypeScriptImportResolver(), createNodeResolver()],
			// Files that the cycle rule follows, and who reads them.
			'import-x/extensions': ['.ts', '.js', '.svelte'],
			'import-x/parsers': {
				'@typescript-eslint/parser': ['.ts'],
				'svelte-eslint-parser': ['.svelte']
			}
		},
		rules: {
			// TypeScript knows better.
			'no-undef': 'off',
			'import-x/no-cycle': 'error',
			eqeqeq: 'error',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_' }
			],
			'@typescript-eslint/no-non-null-assertion': 'error',
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { svelteConfig } },
		rules: {
			// The app lives at the root of its origin; addresses are written as people see them.
			'svelte/no-navigation-without-resolve': 'off',
			// Maps and dates made and used within one function are no state.
			'svelte/prefer-svelte-reactivity': 'off',
			// ESLint cannot see through components' types; svelte-check can, and does.
			'@typescript-eslint/no-unsafe-assignment': 'off',
			'@typescript-eslint/no-unsafe-return': 'off',
			'@typescript-eslint/no-unsafe-member-access': 'off',
			'@typescript-eslint/no-unsafe-call': 'off',
			'@typescript-eslint/no-unsafe-argument': 'off'
		}
	},
	{
		// What a database or a server answers has no type of its own; tests look into it all the same.
		files: ['**/*.test.ts', 'tests/**', 'supabase/tests/**'],
		rules: {
			'@typescript-eslint/no-unsafe-assignment': 'off',
			'@typescript-eslint/no-unsafe-return': 'off',
			'@typescript-eslint/no-unsafe-member-access': 'off',
			'@typescript-eslint/no-unsafe-call': 'off',
			'@typescript-eslint/no-unsafe-argument': 'off',
			'@typescript-eslint/require-await': 'off'
		}
	},
	{
		// Playwright reads a fixture's needs from this pattern, also when there are none.
		files: ['tests/e2e/**'],
		rules: { 'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }] }
	},
	{ files: ['**/*.js'], extends: [ts.configs.disableTypeChecked] },
	...Object.keys(mayImport).map(boundaries)
]);
