import js from '@eslint/js';
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import { defineConfig, globalIgnores } from 'eslint/config';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import tseslint from 'typescript-eslint';
import { mayImport, ROOMS } from './scripts/rooms.mjs';

/** n8n's rules for a package that does not go to n8n Cloud: no limits on Node's globals and built-in modules. */
const communityNodes = n8nCommunityNodesPlugin.configs.recommendedWithoutN8nCloudSupport;

/** What `npm pack` ships, compiled. */
const shipped = ['credentials/**/*.ts', 'nodes/**/*.ts', 'core/**/*.ts'];

/** What only developers run. */
const development = [
	'sandbox/**/*.ts',
	'test/**/*.ts',
	'bench/**/*.ts',
	'demo/**/*.ts',
	'scripts/**/*.ts',
	'n8n/**/*.ts',
	'stage/**/*.ts',
];

/** The nodes, each a room of its own. */
const NODES = [
	'PhraseTms',
	'PhraseLanguageAi',
	'PhraseTmsTrigger',
	'PhraseTmsPollingTrigger',
	'PhraseCallbackTrigger',
].map((name) => `nodes/${name}`);

/**
 * What a room of the shipped code may import; an import of a devDependency would only fail at a user's.
 * @param {string} room one of `scripts/rooms.mjs`, or the folder of a node
 * @param {string[]} packages what it may import besides n8n-workflow and zod
 */
const importsOf = (room, ...packages) => {
	const forbidden = [...ROOMS, ...NODES].filter((other) => !mayImport(room, other));
	const names = forbidden.map((other) => other.split('/')[1]);
	return {
		files: [`${room}/**/*.ts`],
		rules: {
			'@typescript-eslint/no-restricted-imports': [
				'error',
				{
					patterns: [
						{
							regex: `^(?!\\.{1,2}/|node:|(?:${['n8n-workflow', 'zod/v4', ...packages].join('|')})$)`,
							message: `Shipped code imports relative files, node: built-ins, n8n-workflow and zod/v4 (and undici, in core/http) only.`,
						},
						{
							regex: '^\\.{1,2}/(?:.*/)?(?:sandbox|test|bench|demo|scripts|n8n|stage|dev)(?:/|$)',
							message: 'Shipped code must not import development code: it is not in the package.',
						},
						...(names.length === 0
							? []
							: [
									{
										regex: `^(?:\\.\\./)+(?:core/|nodes/)?(?:${names.join('|')})/`,
										message: `${room} may only import rooms below it: see scripts/rooms.mjs.`,
									},
								]),
					],
				},
			],
		},
	};
};

export default defineConfig(
	globalIgnores(['dist', 'coverage', 'reports', 'demo/output']),
	{
		// A rule that does not fit is changed here, with its reason, and not in passing at a line.
		linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
	},
	{
		files: ['**/*.{js,mjs}'],
		extends: [js.configs.recommended],
		languageOptions: { ecmaVersion: 2022, globals: { process: 'readonly', __dirname: 'readonly' } },
	},
	{
		files: ['**/*.js'],
		languageOptions: { sourceType: 'commonjs' },
	},
	{
		files: ['**/*.ts'],
		extends: [
			js.configs.recommended,
			tseslint.configs.strictTypeChecked,
			tseslint.configs.stylisticTypeChecked,
			communityNodes,
		],
		languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
		rules: {
			'no-console': 'error',
			eqeqeq: 'error',
			'@typescript-eslint/array-type': ['error', { default: 'array-simple' }],
			'@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{ considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
			],
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
			// Leaving a key out of an object: `const { key: _, ...rest } = object`.
			'@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
			// An empty text from a node parameter means "not filled in", so `||` is often what is meant.
			'@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
			// `async` on a function that only may throw turns the throw into a rejection, as its callers expect.
			'@typescript-eslint/require-await': 'off',
		},
	},
	{
		files: shipped,
		rules: {
			'no-restricted-globals': ['error', { name: 'fetch', message: 'core/http is the only way to Phrase.' }],
			'no-restricted-syntax': [
				'error',
				{ selector: 'ImportExpression', message: 'Import at the top: what is loaded must be visible there.' },
			],
		},
	},
	...[...ROOMS, ...NODES, 'credentials'].map((room) =>
		room === 'core/http' ? importsOf(room, 'undici') : importsOf(room),
	),
	{
		// Below the nodes, errors travel as they are, whichever they are; core/run/nodeError.ts makes the one
		// NodeApiError of them, at the place that knows the node and the item. In nodes/ the rule holds.
		files: ['core/**/*.ts'],
		rules: { '@n8n/community-nodes/require-node-api-error': 'off' },
	},
	{
		// n8n's own command line applies the rules of these three blocks, with the same five switched off.
		files: ['package.json'],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		extends: [communityNodes],
		languageOptions: { parser: tseslint.parser, parserOptions: { extraFileExtensions: ['.json'] } },
		rules: {
			...n8nNodesBase.configs.community.rules,
			// The package's one known departure, explained in the README: undici and zod are installed with it.
			'@n8n/community-nodes/no-runtime-dependencies': 'off',
		},
	},
	{
		files: ['credentials/**/*.ts'],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		rules: {
			...n8nNodesBase.configs.credentials.rules,
			'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
			'n8n-nodes-base/cred-class-field-type-options-password-missing': 'off',
		},
	},
	{
		// core/fields builds node parameters, so it speaks to users as the nodes do.
		files: ['nodes/**/*.ts', 'core/fields/**/*.ts'],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		rules: {
			...n8nNodesBase.configs.nodes.rules,
			'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
			'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
			'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
		},
	},
	{
		// A mode of a resource locator looks like a parameter but has no default; the rule only knows modes by their
		// place in an object literal.
		files: ['core/fields/locator.ts'],
		rules: { 'n8n-nodes-base/node-param-default-missing': 'off' },
	},
	{
		files: development,
		rules: {
			// These rules are about code that runs inside n8n. Here, n8n's errors have no one to show them,
			// the secrets are the sandbox's, processes are started on purpose, and nobody sees a test's nodes.
			'@n8n/community-nodes/node-usable-as-tool': 'off',
			'@n8n/community-nodes/require-node-api-error': 'off',
			'@n8n/community-nodes/no-hardcoded-secrets': 'off',
			'@n8n/community-nodes/no-dangerous-functions': 'off',
		},
	},
	{
		// What a test shares with a program is in a room beside both: `n8n/`, `sandbox/`, `stage/`.
		files: development.filter((pattern) => !pattern.startsWith('test/')),
		rules: {
			'@typescript-eslint/no-restricted-imports': [
				'error',
				{ patterns: [{ regex: '^(?:\\.\\./)+test/', message: 'Only tests import from test/.' }] },
			],
		},
	},
	{
		// jest types its matchers, such as `expect.any(String)`, as any.
		files: ['test/**/*.ts'],
		rules: { '@typescript-eslint/no-unsafe-assignment': 'off' },
	},
	{
		// What must not compile is a test, too.
		files: ['test/unit/fields/*.ts'],
		rules: {
			'@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
		},
	},
	{
		// n8n types each member of an item as what may be an object. Where one is, in spite of expectations, the next
		// comparison or call fails.
		files: ['test/**/*.ts', 'bench/**/*.ts'],
		rules: { '@typescript-eslint/no-base-to-string': 'off' },
	},
	{
		// Calls Phrase as n8n's older nodes do, by the helper that they use.
		files: ['test/integration/whoSignsIn.test.ts'],
		rules: { '@typescript-eslint/no-deprecated': 'off' },
	},
	{
		// Programs that talk to a terminal.
		files: ['bench/**/*.ts', 'demo/**/*.ts', 'scripts/**/*.ts', 'sandbox/main.ts', 'stage/program.ts'],
		rules: { 'no-console': 'off' },
	},
);
