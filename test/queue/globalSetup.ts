import { ensureN8n, linesOf, requireServices } from '../n8n';

/** Makes sure that everything is there before the first test begins. */
export default async function globalSetup(): Promise<void> {
	// Without this, a signal would end the run and leave n8n behind.
	process.once('SIGINT', () => process.exit(130));
	process.once('SIGTERM', () => process.exit(143));

	await requireServices();
	await ensureN8n(
		process.env.N8N_VERSION,
		linesOf((line) => process.stderr.write(`${line}\n`)),
	);
}
