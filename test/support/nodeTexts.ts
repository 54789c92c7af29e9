import { inspect } from 'node:util';
import { Linter } from 'eslint';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import type { INodeTypeDescription } from 'n8n-workflow';
import tseslint from 'typescript-eslint';

/**
 * n8n's rules for parameters, without one about TypeScript, one that n8n's own tool switches off, and the alphabetical
 * order of rows: there, a choice stands before what depends on it.
 */
const RULES = Object.keys(n8nNodesBase.configs.nodes.rules).filter(
	(rule) =>
		rule.startsWith('n8n-nodes-base/node-param-') &&
		!/array-type-assertion|type-options-max-value-present|fixed-collection-type-unsorted/.test(rule),
);

/** Where a rule does not know what is right, and the lines it is wrong about. */
const MISTAKEN: Record<string, RegExp> = {
	// Phrase's name of one thing, which has no singular.
	'n8n-nodes-base/node-param-resource-with-plural-option': /'Import Settings'/,
	// The rule takes the second half of a hyphenated word for a new word.
	'n8n-nodes-base/node-param-operation-option-action-miscased': /'Pre-translate jobs'/,
	// A member of a JSON value is written as Phrase writes it.
	'n8n-nodes-base/node-param-placeholder-miscased-id': /"id":/,
	'n8n-nodes-base/node-param-description-miscased-id': /'id'/,
};

/**
 * Lints the parameters of a node as they are after they were put together from fields, which eslint cannot
 * see in the sources. It writes the description out as the source of a node class, and runs n8n's rules over
 * that.
 *
 * @returns what the rules object to, one text each
 */
export function objectionsToTexts(description: INodeTypeDescription): string[] {
	const literal = inspect(description, { depth: null, maxArrayLength: null, maxStringLength: null });
	const code = `export class Node implements INodeType {\ndescription: INodeTypeDescription = ${literal};\n}`;
	const lines = code.split('\n');
	return new Linter()
		.verify(code, {
			languageOptions: { parser: tseslint.parser as Linter.Parser },
			plugins: { 'n8n-nodes-base': n8nNodesBase },
			rules: Object.fromEntries(RULES.map((rule) => [rule, 'error'])),
		})
		.map(({ ruleId, message, line }) => ({
			rule: ruleId ?? 'syntax',
			message,
			text: (lines[line - 1] ?? '').trim(),
		}))
		.filter(({ rule, text }) => MISTAKEN[rule]?.test(text) !== true)
		.map(({ rule, message, text }) => `${rule}: ${message}: ${text}`);
}
