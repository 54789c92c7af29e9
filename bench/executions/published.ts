import { startSandbox, type Sandbox } from '../../sandbox';
import { type N8nClient, type StoredCredential, withN8n } from '../../n8n';
import { answeringWorkflow, type Choice } from './workflow';

/** A published workflow: one call is one execution, answered when it has ended. */
export type Execute = () => Promise<void>;

/** What executions need. */
export interface Stage {
	client: N8nClient;
	sandbox: Sandbox;
	credential: StoredCredential;
	/** Publishes a workflow of one node. */
	publish: (choice: Choice, path: string) => Promise<Execute>;
}

/** Starts a real n8n and a sandbox, and publishes workflows in it. */
export async function onStage<T>(env: Record<string, string>, use: (stage: Stage) => Promise<T>): Promise<T> {
	const sandbox = await startSandbox();
	try {
		return await withN8n(env, async (client, url) => {
			const credential = await client.createCredential(
				'Phrase TMS',
				'phraseTmsApi',
				sandbox.credentials.phraseTmsApiToken,
			);
			const publish = async (choice: Choice, path: string): Promise<Execute> => {
				const stored = await client.createWorkflow(answeringWorkflow(choice, path, credential));
				await client.activate(stored);
				return async () => {
					const answer = await fetch(`${url}/webhook/${path}`, { method: 'POST' });
					const text = await answer.text();
					if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${text}`);
				};
			};
			return await use({ client, sandbox, credential, publish });
		});
	} finally {
		await sandbox.close();
	}
}
