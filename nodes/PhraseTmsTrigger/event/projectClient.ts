import type { IDataObject } from 'n8n-workflow';

import { rememberBounded } from '../../../core/concurrency/rememberBounded';
import { asRecord, asText } from '../../../core/http/read';
import { GET } from '../../../core/http/request';
import { LEFT_OUT, toldOrLeftOut, type LeftOut } from '../../../core/callbacks/leftOut';
import type { Surroundings } from './surroundings';

/** How long the client of a project is remembered, in ms: the events about a project come together. */
const REMEMBERED_MS = 60_000;
/** Projects that are remembered at most, those that were read last. */
const MOST_PROJECTS = 1_000;

interface Read {
	at: number;
	client: Promise<string | undefined | LeftOut>;
}

const reads = new Map<string, Read>();

/**
 * Tells the client of a project. Events about projects say it themselves, those about jobs do not.
 * Source: getProject, GET /api2/v1/projects/{projectUid}.
 *
 * @param project the project as the event has it
 * @returns its UID; undefined when the project has no client, was deleted, or may not be read, which is logged
 * @throws CallbackRejected with 503, for Phrase to deliver the event again, when the project cannot be read for the
 * moment
 */
export async function clientOf(
	project: IDataObject,
	{ node, client, log }: Pick<Surroundings, 'node' | 'client' | 'log'>,
): Promise<string | undefined> {
	if ('client' in project) return uidOfClient(project);
	const uid = asText(project.uid);
	if (uid === undefined) return undefined;
	const key = `${node} ${uid}`;
	const last = reads.get(key);
	const isFresh = last !== undefined && Date.now() - last.at < REMEMBERED_MS;
	const read = isFresh
		? last.client
		: toldOrLeftOut({ what: 'The project', which: uid }, undefined, log, async () => {
				const { body } = await client().send(GET`/api2/v1/projects/${uid}`);
				return uidOfClient(asRecord(body));
			});
	if (!isFresh) {
		rememberBounded(reads, key, { at: Date.now(), client: read }, MOST_PROJECTS);
		read.catch(() => reads.delete(key));
	}
	const told = await read;
	return told === LEFT_OUT ? undefined : told;
}

function uidOfClient({ client }: IDataObject): string | undefined {
	return asText(asRecord(client).uid);
}
