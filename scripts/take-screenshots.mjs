// Draws the screenshots of the web manifest and of the README from the built app, with a real answer of the
// starter model: node scripts/take-screenshots.mjs (after npm run build).
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { chromiumFlags, findChromium } from './chromium.mjs';
import { exitAfter, root } from './run.mjs';
import { startServer } from './serve.mjs';

const pictures = [
	{ file: 'public/screenshots/chat-narrow.png', width: 360, height: 740, colorScheme: 'light' },
	{ file: 'public/screenshots/chat-wide.png', width: 1440, height: 900, colorScheme: 'light' },
	{ file: 'docs/images/chat.png', width: 1280, height: 800, colorScheme: 'light' },
];
const questions = ['What is the capital of France?', 'Explain in two sentences how bread is made.'];

await exitAfter(async () => {
	const path = (relative) => fileURLToPath(new URL(relative, root));
	const server = await startServer({ root: path('dist') });
	const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
	try {
		const page = await browser.newPage({ locale: 'en-GB' });
		await page.goto(server.url);
		await page.getByRole('button', { name: /^Get the model/ }).click();
		for (const [i, question] of questions.entries()) {
			await page.getByRole('textbox', { name: 'Message' }).fill(question, { timeout: 180_000 });
			await page.getByRole('button', { name: 'Send', exact: true }).click();
			const answer = page.getByRole('article', { name: 'Answer', exact: true }).nth(i);
			await answer.and(page.locator('[aria-busy="false"]')).waitFor({ timeout: 300_000 });
		}
		for (const { file, width, height, colorScheme } of pictures) {
			await mkdir(path(file.slice(0, file.lastIndexOf('/'))), { recursive: true });
			await page.setViewportSize({ width, height });
			await page.emulateMedia({ colorScheme });
			await page.waitForTimeout(500);
			await page.screenshot({ path: path(file) });
			console.log(file);
		}
	} finally {
		await browser.close();
		await server.close();
	}
});
