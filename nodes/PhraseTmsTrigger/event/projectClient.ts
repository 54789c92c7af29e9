import type { IDataObject } from 'n8n-workflow';

import { readOrReject } from '../../../core/callbacks/readOrReject';
import { rememberBounded } from '../../../core/concurrency/rememberBounded';
import type { PhraseClient } from '../../../core/http/client.types';
import { asRecord, asText } from '../../../core/http/read';
import { GET } from '../../../core/http/request';

/** How long the client of a project is remembered, in ms: the events about a project come together. */
const REMEMBERED_MS = 60_000;
/** Projects that are remembered at most, those that were read last. */
const MOST_PROJECTS = 1_000;

interface Read {
	at: number;
	clientUid: Promise<string | undefined>;
}

const reads = new Map<string, Read>();

/**
 * Tells the client of a project. Events about projects say it themselves, those about jobs do not.
 * Source: getProject, GET /api2/v1/projects/{projectUid}.
 *
 * @param project the project as the event has it
 * @param nodeKey whose credential reads it
 * @returns undefined when the project has no client, or was deleted
 * @throws CallbackRejected with 503, for Phrase to deliver the event again, when the project cannot be read
 */
export async function clientOf(
	project: IDataObject,
	nodeKey: string,
	phrase: () => PhraseClient,
): Promise<string | undefined> {
	if ('client' in project) return uidOfClient(project);
	const uid = asText(project.uid);
	if (uid === undefined) return undefined;
	const key = `${nodeKey} ${uid}`;
	const last = reads.get(key);
	if (last !== undefined && Date.now() - last.at < REMEMBERED_MS) return await last.clientUid;
	const clientUid = readOrReject('The project', undefined, async () => {
		const { body } = await phrase().send(GET`/api2/v1/projects/${uid}`);
		return uidOfClient(asRecord(body));
	});
	rememberBounded(reads, key, { at: Date.now(), clientUid }, MOST_PROJECTS);
	clientUid.catch(() => reads.delete(key));
	return await clientUid;
}

function uidOfClient({ client }: IDataObject): string | undefined {
	return asText(asRecord(client).uid);
}
