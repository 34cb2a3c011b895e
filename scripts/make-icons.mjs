// Draws the PNG icons of the web manifest from the mark in public/icons/quern.svg.
import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright';
import { chromiumFlags, findChromium } from './chromium.mjs';

const folder = new URL('../public/icons/', import.meta.url);

/** `share` is the part of the side that the mark takes: a maskable icon may lose all but the middle 80 %. */
const icons = [
	{ name: 'quern-192.png', side: 192, share: 0.8 },
	{ name: 'quern-512.png', side: 512, share: 0.8 },
	{ name: 'quern-maskable-512.png', side: 512, share: 0.56 },
	{ name: 'apple-touch-icon.png', side: 180, share: 0.64 },
];

const mark = await readFile(new URL('quern.svg', folder), 'utf8');
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
try {
	const page = await browser.newPage();
	for (const { name, side, share } of icons) {
		await page.setViewportSize({ width: side, height: side });
		await page.setContent(`
			<style>
				body { margin: 0; block-size: 100vh; display: grid; place-items: center; background: #f5f2ec }
				svg { inline-size: ${share * 100}vw }
			</style>
			${mark}`);
		await writeFile(new URL(name, folder), await page.screenshot());
	}
} finally {
	await browser.close();
}
