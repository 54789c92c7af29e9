import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

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

/**
 * Starts a Chromium without a window.
 * @throws Error that says how to get one when there is none
 */
export async function launchChromium(): Promise<Browser> {
	return await chromium.launch({ executablePath: chromiumPath(), args: ARGUMENTS });
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
