import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
	PHRASE_CALLBACK_SCHEDULE_MS,
	startSandbox,
	TIMES,
	type Sandbox,
	type SandboxConfigPatch,
} from './index';

const HELP = `A local Phrase for trying workflows without an account.

npm run sandbox -- [options]

  --port <n>            TCP port (default: 8088; 0 takes a free one)
  --host <address>      address to listen on (default: 127.0.0.1; 0.0.0.0 lets containers in, and everybody else)
  --times <fast|real>   how long imports, exports and translations take (default: fast)
  --tls                 serve over TLS with a self-signed certificate
  --info-file <path>    write URLs, credentials and seed there as JSON
  --help                this text
`;

/** What the times on the command line stand for; `real` redelivers at Phrase's own pace too. */
const CONFIGS: Record<string, SandboxConfigPatch> = {
	fast: { times: TIMES.fast },
	real: {
		times: TIMES.real,
		callbackScheduleMs: PHRASE_CALLBACK_SCHEDULE_MS,
		webhooks: { scheduleMs: PHRASE_CALLBACK_SCHEDULE_MS },
	},
};

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: '8088' },
			host: { type: 'string' },
			times: { type: 'string', default: 'fast' },
			tls: { type: 'boolean', default: false },
			'info-file': { type: 'string' },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) {
		console.log(HELP);
		return;
	}
	const config = CONFIGS[values.times];
	if (!config) throw new Error(`--times must be fast or real, not ${values.times}`);
	const port = Number(values.port);
	if (!Number.isInteger(port) || port < 0 || port > 65_535)
		throw new Error(`--port must be a port, not ${values.port}`);

	const sandbox = await startSandbox({ ...config, port, host: values.host, tls: values.tls });
	const infoFile = values['info-file'];
	if (infoFile !== undefined) writeFileSync(infoFile, JSON.stringify(infoOf(sandbox), undefined, 2));
	console.log(describe(sandbox));
	const stop = () => void sandbox.close();
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
}

function infoOf({
	url,
	tmsUrl,
	platformUrl,
	languageAiUrl,
	credentials,
	seed,
	caFile,
}: Sandbox): Record<string, unknown> {
	return { url, tmsUrl, platformUrl, languageAiUrl, credentials, seed, caFile };
}

function describe({ url, tmsUrl, platformUrl, languageAiUrl, credentials, seed, caFile }: Sandbox): string {
	const { phraseTmsApi, phraseTmsApiPassword, phraseTmsApiToken, phraseTmsOAuth2Api } = credentials;
	const { phraseLanguageAiApi, phraseLanguageAiApiPassword } = credentials;
	const lines: Array<[string, string] | string> = [
		`Phrase sandbox is running at ${url} (Ctrl-C stops it)`,
		'',
		'Base URLs for credentials with the region Custom',
		['TMS', tmsUrl],
		['Phrase Platform', platformUrl],
		['Language AI', languageAiUrl],
		...(caFile === undefined ? [] : [['NODE_EXTRA_CA_CERTS', caFile] as [string, string]]),
		'',
		'Phrase TMS API',
		['Platform API token', phraseTmsApi.platformApiToken],
		['or user name, password', `${phraseTmsApiPassword.userName}, ${phraseTmsApiPassword.password}`],
		['or ApiToken', phraseTmsApiToken.apiToken],
		'',
		'Phrase TMS OAuth2 API',
		['Client ID, secret', `${phraseTmsOAuth2Api.clientId}, ${phraseTmsOAuth2Api.clientSecret}`],
		'',
		'Phrase Language AI API',
		['Platform API token', phraseLanguageAiApi.platformApiToken],
		[
			'or user name, password',
			`${phraseLanguageAiApiPassword.userName}, ${phraseLanguageAiApiPassword.password}`,
		],
		['with organization UID', phraseLanguageAiApiPassword.organizationUid],
		'',
		'To try things with',
		['Project', `${seed.project.uid} (${seed.project.sourceLang} to ${seed.project.targetLangs.join(', ')})`],
		['Job in it', seed.project.jobUid],
		[
			'Project with workflow',
			`${seed.workflowProject.uid} (to ${seed.workflowProject.targetLangs.join(', ')})`,
		],
		['Connector', `${seed.connector.id} (${seed.connector.name})`],
		[
			'File in it',
			`folder ${seed.connector.files.guide.folder}, file ${seed.connector.files.guide.encodedName} (guide.md)`,
		],
		['Translation profile', seed.profile.uid],
		'',
		`What it was asked: ${url}/_sandbox/requests, counted: ${url}/_sandbox/counters`,
	];
	return lines
		.map((line) => (typeof line === 'string' ? line : `  ${line[0].padEnd(24)}${line[1]}`))
		.join('\n');
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
