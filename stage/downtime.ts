import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { N8nExecution } from '../n8n';
import type { Stage } from './stage';

const HOUR_MS = 3_600_000;

/** A downtime, and what came of the template that makes up for it. */
export interface PlayedDowntime {
	/** How many calls of the webhook had failed. */
	failed: number;
	execution: N8nExecution;
	/** Paths of the calls that came when the receiver was up again. */
	received: string[];
}

/** Lets a receiver of events be down for two calls, and runs the template when it is up again. */
export async function playDowntime(stage: Stage): Promise<PlayedDowntime> {
	const { sandbox } = stage;
	const { webhooks, times } = sandbox.config();
	// One retry, at once; and an export that stays pending.
	sandbox.configure({ webhooks: { scheduleMs: [0] }, times: { exportMs: 2 * HOUR_MS } });
	let isDown = true;
	const received: string[] = [];
	const receiver = createServer((request, response) => {
		request.resume();
		if (!isDown) received.push(request.url ?? '');
		response.writeHead(isDown ? 503 : 200).end();
	});
	await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
	const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/events`;
	const body = JSON.stringify({ name: 'Receiver', url, events: ['JOB_CREATED'] });
	const webhook = (await (await stage.ask('POST', '/api2/v2/webhooks', body)).json()) as { uid: string };
	try {
		sandbox.emit({ event: 'JOB_CREATED' });
		await sandbox.delivered();
		const failed = sandbox.webhookCalls().filter(({ webhookUid }) => webhookUid === webhook.uid).length;
		isDown = false;
		const { uid, jobUid } = sandbox.seed.project;
		await stage.ask('PUT', `/api2/v3/projects/${uid}/jobs/${jobUid}/targetFile`, '{}');
		const execution = await stage.run('catchUp', 'Every hour');
		await sandbox.delivered();
		return { failed, execution, received };
	} finally {
		sandbox.deleteWebhook(webhook.uid);
		sandbox.configure({ webhooks, times });
		receiver.close();
	}
}
