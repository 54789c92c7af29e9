/**
 * Takes the pictures of the documentation: of n8n's editor, in a browser, with a sandbox for Phrase.
 *
 * Usage: npm run screenshots [-- docs | templates]
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CREDENTIAL_NAMES, withN8n } from '../n8n';
import { chromiumPath, launchChromium } from '../n8n/editor/chromium';
import { Editor } from '../n8n/editor/editor';
import { startSandbox } from '../sandbox';
import { takePicture } from './screenshots/crop';
import { SCENES, type Scene } from './screenshots/pictures';
import { TEMPLATE_SCENES } from './screenshots/templates';

const ROOT = join(__dirname, '..');

/** What to take, by the word that asks for it; the last scene of `docs` takes a credential away. */
const SETS: Record<string, Scene[]> = { templates: TEMPLATE_SCENES, docs: SCENES };

async function main(): Promise<void> {
	const [wanted] = process.argv.slice(2);
	const scenes = wanted === undefined ? Object.values(SETS).flat() : SETS[wanted];
	if (scenes === undefined) throw new Error(`There are no pictures '${wanted}'`);
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
			for (const scene of scenes) {
				for await (const shot of scene({ n8n, url, sandbox, tms, open })) {
					const picture = await takePicture(shot);
					const { name, folder = 'docs/pictures' } = shot;
					await mkdir(join(ROOT, folder), { recursive: true });
					await writeFile(join(ROOT, folder, `${name}.png`), picture);
					console.log(`${name}.png: ${Math.ceil(picture.length / 1024)} KB`);
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
