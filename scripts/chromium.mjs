// Which Chromium the tests and the bench drive, and with which flags.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

/** WebGPU on the software adapter, and no request of the browser's own. */
export const chromiumFlags = [
	'--no-sandbox',
	'--enable-unsafe-webgpu',
	'--use-webgpu-adapter=swiftshader',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run',
];

const systemPaths = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/snap/bin/chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Path of a Chromium on this machine: `QUERN_CHROMIUM`, the system's, or Playwright's; undefined if none. */
export function findChromium() {
	const candidates = [process.env.QUERN_CHROMIUM, ...systemPaths, chromium.executablePath()];
	return candidates.find((path) => path && existsSync(path));
}
