import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/**
 * Who may import whom, per folder of src/lib: the folders that a file there may reach besides its own.
 * The lint fails on anything else, so that nobody has to remember. See CONTRIBUTING, "Where things go".
 */
const mayImport = {
	time: [],
	errors: [],
	records: ['time'],
	navigation: [],
	store: ['records', 'errors', 'time'],
	sync: ['store', 'records', 'errors', 'time'],
	supabase: ['sync', 'store', 'records', 'errors', 'insight', 'device'],
	device: ['store', 'errors'],
	insight: ['records', 'time'],
	exchange: ['records', 'time'],
	map: ['exchange', 'time'],
	charts: ['time'],
	ui: [],
	forms: ['ui', 'time'],
	features: [
		'ui',
		'forms',
		'map',
		'charts',
		'store',
		'sync',
		'device',
		'records',
		'insight',
		'exchange',
		'errors',
		'time',
		'navigation'
	]
};

/** Packages that one folder alone may import; the rest of the app goes through that folder. */
const keptPackages = {
	dexie: ['store'],
	'@supabase': ['supabase'],
	d3: ['map', 'charts'],
	'node-diff3': ['sync']
};

const folders = Object.keys(mayImport);

function boundaries(folder) {
	const allowed = [folder, ...mayImport[folder]];
	const forbidden = folders.filter((other) => !allowed.includes(other));
	const packages = Object.entries(keptPackages)
		.filter(([, owners]) => !owners.includes(folder))
		.map(([name]) => name);
	return {
		files: [`src/lib/${folder}/**`],
		// A test may reach for the real part next door.
		ignores: ['**/*.test.ts'],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						{ regex: '\\/routes\\/', message: 'Nothing imports routes.' },
						...(forbidden.length > 0
							? [
									{
										regex: `^(\\$lib|(\\.\\.\\/)+)\\/?(${forbidden.join('|')})\\/`,
										message: `${folder}/ may import ${allowed.join(', ')} only.`
									}
								]
							: []),
						...(packages.length > 0
							? [
									{
										regex: `^(${packages.join('|')})(\\/|-|$)`,
										message: 'This package stays behind the folder that owns it.'
									}
								]
							: [])
					]
				}
			]
		}
	};
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
				projectService: { allowDefaultProject: ['*.js'] },
				extraFileExtensions: ['.svelte']
			}
		},
		plugins: { 'import-x': importX },
		settings: {
			'import-x/resolver-next': [createTypeScriptImportResolver(), createNodeResolver()]
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
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
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
	...folders.map(boundaries),
	{
		// Features do not know each other: what two share sits lower, or a route composes them.
		files: ['src/lib/features/*/**'],
		rules: {
			'no-restricted-syntax': [
				'error',
				{
					selector: 'ImportDeclaration[source.value=/features\\u002F/]',
					message: 'Features do not import each other.'
				},
				{
					selector: 'ImportDeclaration[source.value=/^\\.\\.\\u002F\\.\\.\\u002F/]',
					message: 'Say $lib/… instead.'
				}
			]
		}
	}
]);
