import { expect, test, type Page } from 'playwright/test';
import { openAppInBrowser } from './fixtures/app-in-browser.ts';
import { QuernPage } from './pages/quern-page.ts';

/** From the first page to an answer, as a screen reader finds it: nothing here is found but by role and name. */

const app = openAppInBrowser();

test('the first page, an answer sentence by sentence, a new name and the settings, by ear', async () => {
	const page = await app.browser.newPage({ locale: 'en-GB' });
	const quern = new QuernPage(page);
	const { chat, models, places, settings } = quern.messages;

	await quern.open(app.server.url);
	await expect(page.getByRole('navigation')).toMatchAriaSnapshot(
		[
			`- navigation "${quern.messages.app.places}":`,
			`  - link "${chat.title}"`,
			`  - link "${places.models}"`,
			`  - link "${places.settings}"`,
			`  - link "${places.about}"`,
		].join('\n'),
	);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(models.firstTitle);
	await quern.install();

	await followLog(page);
	await quern.ask(
		'Tell me about the sea, the wind and the rain. Say a sentence about each of them.',
	);
	const answer = await quern.finished(1);
	// Whole sentences, each once, that together are the answer; and nobody else says it.
	const { added, isChanged, regions } = await page.evaluate(() => globalThis.heard);
	expect(regions).toBe(1);
	expect(isChanged).toBe(false);
	expect(added.length).toBeGreaterThan(1);
	for (const sentence of added.slice(0, -1)) expect(sentence).toMatch(/[.!?:…”"]$|\n/);
	expect(wordsOf(answer)).toContain(wordsOf(added.join(' ')));

	await expect(page.getByRole('main')).toMatchAriaSnapshot(
		[
			`- heading [level=1]`,
			`- button "${chat.options}"`,
			`- list "${chat.messages}":`,
			`  - listitem:`,
			`    - article "${chat.you}"`,
			`  - listitem:`,
			`    - article "${chat.answer}"`,
			`- textbox "${chat.composer}"`,
			`- button "${chat.send}" [disabled]`,
			`- log`,
		].join('\n'),
	);

	const main = page.getByRole('main');
	await main.getByRole('button', { name: chat.options }).last().press('Enter');
	await page.getByRole('menuitem', { name: chat.rename }).press('Enter');
	const dialog = page.getByRole('dialog', { name: chat.renameTitle });
	await dialog.getByRole('textbox', { name: chat.renameLabel }).fill('The sea');
	await dialog.getByRole('button', { name: chat.renameSave }).press('Enter');
	await expect(page.getByRole('heading', { level: 1, name: 'The sea' })).toBeVisible();

	await page.getByRole('link', { name: places.settings }).press('Enter');
	await expect(page.getByRole('heading', { level: 1, name: places.settings })).toBeFocused();
	await page.getByRole('radio', { name: settings.themes.dark }).check();
	await expect(page.getByRole('radio', { name: settings.themes.dark })).toBeChecked();
	await page.close();
});

declare global {
	/** What the live region was given, as a screen reader would hear it. */
	var heard: { added: string[]; isChanged: boolean; regions: number };
}

async function followLog(page: Page): Promise<void> {
	await expect(page.getByRole('log')).toHaveAttribute('aria-live', 'polite');
	await page.getByRole('log').evaluate((log) => {
		globalThis.heard = { added: [], isChanged: false, regions: 0 };
		new MutationObserver((records) => {
			for (const { addedNodes, removedNodes, type } of records) {
				if (type !== 'childList' || removedNodes.length > 0) globalThis.heard.isChanged = true;
				for (const node of addedNodes) {
					if (node instanceof HTMLElement) globalThis.heard.added.push(node.textContent.trim());
				}
			}
			const live = document.querySelectorAll('[aria-live="polite"], [role="log"]');
			globalThis.heard.regions = [...live].filter((one) => one.textContent.trim()).length;
		}).observe(log, { childList: true, characterData: true, subtree: true });
	});
}

/** Letters only: how Markdown marks its text, and numbers its lists, is not shown. */
function wordsOf(text: string): string {
	return text.replace(/[^\p{L}]+/gu, ' ').trim();
}
