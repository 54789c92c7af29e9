/** Takes the pictures of the documentation: of n8n's editor, in a browser, with a sandbox for Phrase. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CREDENTIAL_NAMES, withN8n } from '../n8n';
import { chromiumPath, launchChromium } from '../n8n/editor/chromium';
import { Editor } from '../n8n/editor/editor';
import { startSandbox } from '../sandbox';
import { takePicture } from './screenshots/crop';
import { SCENES } from './screenshots/pictures';

const FOLDER = join(__dirname, '..', 'docs', 'pictures');

async function main(): Promise<void> {
	chromiumPath();
	await withN8n({}, async (n8n, url, session) => {
		const profile = await mkdtemp(join(tmpdir(), 'n8n-nodes-phrase-chromium-'));
		const browser = await launchChromium(profile);
		const sandbox = await startSandbox();
		try {
			const { phraseTmsApi, phraseLanguageAiApi } = sandbox.credentials;
			const tms = await n8n.createCredential(CREDENTIAL_NAMES.phraseTmsApi, 'phraseTmsApi', phraseTmsApi);
			await n8n.createCredential(
				CREDENTIAL_NAMES.phraseLanguageAiApi,
				'phraseLanguageAiApi',
				phraseLanguageAiApi,
			);
			const open = async () => await Editor.open(browser, session);
			for (const scene of SCENES) {
				for await (const shot of scene({ n8n, url, sandbox, tms, open })) {
					const picture = await takePicture(shot);
					await writeFile(join(FOLDER, `${shot.name}.png`), picture);
					console.log(`${shot.name}.png: ${Math.ceil(picture.length / 1024)} KB`);
				}
			}
		} finally {
			await browser.close();
			await sandbox.close();
			await rm(profile, { recursive: true, force: true });
		}
	});
}

void main();
