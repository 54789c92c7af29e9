import { existsSync } from 'node:fs';
import { chromium, type BrowserContext } from 'playwright-core';

/** Where distributions put Chromium, and Chrome, which is as good. */
const USUAL_PLACES = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Nothing goes out, and nothing needs a graphics card. The sandbox of Chromium does not work for root. */
const ARGUMENTS = [
	'--no-first-run',
	'--disable-gpu',
	'--disable-quic',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** How large its windows are, in CSS pixels. */
const WINDOW = { width: 1400, height: 900 };

/**
 * Starts a Chromium that shows nothing on the screen.
 * @param profile folder in which it keeps what it has loaded: the editor of n8n is large
 * @throws Error that says how to get one when there is none
 */
export async function launchChromium(profile: string): Promise<BrowserContext> {
	return await chromium.launchPersistentContext(profile, {
		executablePath: chromiumPath(),
		args: ARGUMENTS,
		viewport: WINDOW,
		acceptDownloads: true,
	});
}

/**
 * Finds a Chromium: the one that the environment variable CHROMIUM_PATH names, or one in a usual place.
 * @throws Error that says how to get one when there is none
 */
export function chromiumPath(): string {
	const named = process.env.CHROMIUM_PATH;
	const found = named ?? USUAL_PLACES.find((path) => existsSync(path));
	if (found !== undefined && existsSync(found)) return found;
	throw new Error(
		`${named === undefined ? 'There is no Chromium in the usual places' : `There is no file ${named}`}. ` +
			'Install one (Debian and Ubuntu: apt-get install chromium), or name one in the environment variable CHROMIUM_PATH.',
	);
}
