import { delimiter, dirname } from 'node:path';

/** Variables of the surrounding environment that a program needs to run at all. */
const PASSED_ON = ['HOME', 'USERPROFILE', 'SystemRoot', 'TMPDIR', 'TEMP', 'TMP', 'LANG'];

/** Settings that make n8n quiet, local and free of calls to the outside. */
const QUIET = {
	// As in n8n's own image: without it, answers carry stack traces.
	NODE_ENV: 'production',
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_SECURE_COOKIE: 'false',
	N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'true',
	N8N_LISTEN_ADDRESS: '127.0.0.1',
	N8N_LOG_LEVEL: 'info',
	N8N_LOG_OUTPUT: 'console',
	NO_COLOR: '1',
};

/**
 * Builds the environment of an n8n process. Nothing of the surrounding environment gets in by chance:
 * an n8n that is set up there, or a proxy, must not change what the demo and the tests see.
 *
 * @param node the Node.js executable that runs n8n; n8n starts helper processes with the `node` of its path
 * @param userFolder n8n's data folder
 * @param own settings of this process, the last word
 */
export function n8nEnvironment(
	node: string,
	userFolder: string,
	own: Record<string, string>,
): Record<string, string> {
	const environment: Record<string, string> = {
		...QUIET,
		PATH: [dirname(node), process.env.PATH ?? ''].join(delimiter),
		N8N_USER_FOLDER: userFolder,
		N8N_DEFAULT_BINARY_DATA_MODE: 'filesystem',
		N8N_COMMUNITY_PACKAGES_ALLOW_TOOL_USAGE: 'true',
	};
	for (const name of PASSED_ON) {
		const value = process.env[name];
		if (value !== undefined) environment[name] = value;
	}
	return { ...environment, ...own };
}
