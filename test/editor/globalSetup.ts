import { chromiumPath } from '../../n8n/editor/chromium';
import startN8n from '../e2e/globalSetup';

/**
 * Starts the n8n of the suite.
 * @throws Error before anything is started when there is no Chromium
 */
export default async function globalSetup(): Promise<void> {
	chromiumPath();
	await startN8n();
}
