declare module 'eslint-plugin-n8n-nodes-base' {
	import type { Linter, Rule } from 'eslint';

	/** The parts of n8n's plugin that are used here; the plugin brings no types of its own. */
	const plugin: {
		rules: Record<string, Rule.RuleModule>;
		configs: Record<'community' | 'credentials' | 'nodes', { rules: Linter.RulesRecord }>;
	};
	export default plugin;
}
