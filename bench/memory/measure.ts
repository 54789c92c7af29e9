/**
 * One measurement in a process of its own. It streams one large file through a node, in n8n-core's execute
 * context with binary data on disk. It tells by how much the process's memory rose meanwhile.
 *
 * Usage: tsx --expose-gc bench/memory/measure.ts <download|upload> <bytes> <control URL of a sandbox>
 * Prints one line of JSON: { direction, bytes, idleBytes, peakBytes, raisedBytes, sha256, expectedSha256 }
 */
import type { IBinaryData } from 'n8n-workflow';
import { PhraseLanguageAi } from '../../nodes/PhraseLanguageAi/PhraseLanguageAi.node.js';
import { PhraseTms } from '../../nodes/PhraseTms/PhraseTms.node.js';
import { hashBinary, runNode, storeBinary } from '../../n8n/inProcess';
import { seededFile } from './seededFile';
import { SandboxControl } from './sandboxControl';

/** Highest resident set size seen while a piece of work runs. */
async function peakWhile(work: () => Promise<void>): Promise<number> {
	let peak = 0;
	const look = () => {
		peak = Math.max(peak, process.memoryUsage.rss());
	};
	const watch = setInterval(look, 5);
	await work();
	look();
	clearInterval(watch);
	return peak;
}

async function main([direction, size, controlUrl]: string[]): Promise<void> {
	const bytes = Number(size);
	const sandbox = new SandboxControl(controlUrl ?? '');
	const measured = direction === 'upload' ? upload : download;
	// The same work with a small file first, so that code and connections are there already.
	await (await measured(sandbox, 1024 * 1024)).work();
	const { work, expectedSha256, sha256 } = await measured(sandbox, bytes);
	globalThis.gc?.();
	const idleBytes = process.memoryUsage.rss();
	const peakBytes = await peakWhile(work);
	const result = {
		direction,
		bytes,
		idleBytes,
		peakBytes,
		raisedBytes: peakBytes - idleBytes,
		sha256: await sha256(),
		expectedSha256: await expectedSha256(),
	};
	console.log(JSON.stringify(result));
}

/** A piece of work, and the checksums that tell whether the bytes are right. */
interface Measured {
	work: () => Promise<void>;
	sha256: () => Promise<string>;
	expectedSha256: () => Promise<string>;
}

async function download(sandbox: SandboxControl, bytes: number): Promise<Measured> {
	const { uid, projectUid } = await sandbox.createJob(bytes);
	let binary: IBinaryData | undefined;
	return {
		work: async () => {
			const { items } = await runNode(new PhraseTms(), {
				credentials: { phraseTmsApi: await sandbox.credential('phraseTmsApi') },
				parameters: {
					authentication: 'phraseTmsApi',
					resource: 'job',
					operation: 'downloadTargetFile',
					projectUid: { __rl: true, mode: 'id', value: projectUid },
					jobUid: { __rl: true, mode: 'id', value: uid },
				},
			});
			binary = items[0]?.binary?.data;
		},
		sha256: async () => await hashBinary(binary),
		expectedSha256: async () => await sandbox.targetSha256(uid),
	};
}

async function upload(sandbox: SandboxControl, bytes: number): Promise<Measured> {
	const data = await storeBinary(seededFile(bytes), { fileName: 'large.txt', mimeType: 'text/plain' });
	let uid = '';
	return {
		work: async () => {
			const { items } = await runNode(new PhraseLanguageAi(), {
				credentials: { phraseLanguageAiApi: await sandbox.credential('phraseLanguageAiApi') },
				items: [{ json: {}, binary: { data } }],
				parameters: {
					resource: 'fileTranslation',
					operation: 'create',
					sourceLang: { __rl: true, mode: 'id', value: 'en' },
					targetLangs: ['cs'],
				},
			});
			uid = String(items[0]?.json.uid);
		},
		sha256: async () => await sandbox.uploadSha256(uid),
		expectedSha256: async () => await hashBinary(data),
	};
}

void main(process.argv.slice(2));
