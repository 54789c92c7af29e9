import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { nodeFor } from '../../n8n/nodeBinary';
import { pinnedN8n } from '../../n8n/versions';
import type { Surroundings } from './result';

/** The machine, the n8n that is measured in, and its Node.js. */
export function surroundings(): Surroundings {
	const { folder, version } = pinnedN8n();
	const processors = cpus();
	return {
		n8n: version,
		node: execFileSync(nodeFor(folder), ['--version'], { encoding: 'utf8' }).trim().replace(/^v/, ''),
		processor: processors[0]?.model.trim() ?? 'unknown',
		processors: processors.length,
	};
}
