import { measure } from '../../bench/memory/child';
import { ensureN8n } from '../../n8n';
import { useSandbox } from '../support/useSandbox';

const MB = 1_000_000;
const MIB = 1024 * 1024;

const sandbox = useSandbox({ tls: true });

/** In n8n's own Node.js: that of the tests may be too old to give memory back before it is collected. */
test('an upload of 256 MiB over TLS raises the memory by less than 40 MB', async () => {
	const { node } = await ensureN8n(process.env.N8N_VERSION, () => undefined);
	const { raisedBytes, sha256, expectedSha256 } = await measure('upload', 256 * MIB, sandbox, node);
	expect(sha256).toBe(expectedSha256);
	expect(raisedBytes).toBeLessThan(40 * MB);
});
