import { expect, test, type Page } from 'playwright/test';
import ar from '../src/i18n/locales/ar.ts';
import en, { type Messages } from '../src/i18n/locales/en.ts';
import fa from '../src/i18n/locales/fa.ts';
import fr from '../src/i18n/locales/fr.ts';
import zh from '../src/i18n/locales/zh.ts';
import { openAppInBrowser } from './fixtures/app-in-browser.ts';
import { storeConversation, storedConversation } from './fixtures/stored-conversation.ts';
import { QuernPage } from './pages/quern-page.ts';

/** Pictures of the main pages in every language, in a folder that git ignores, to be looked at. */

const languages: [tag: string, messages: Messages, colorScheme: 'light' | 'dark'][] = [
	['en', en, 'light'],
	['fa', fa, 'dark'],
	['ar', ar, 'light'],
	['zh', zh, 'dark'],
	['fr', fr, 'light'],
];
const phone = { width: 360, height: 740 };
const desktop = { width: 1280, height: 860 };
const pages = ['models', 'settings', 'assistants', 'exchange', 'backup', 'ledger', 'hand', 'about'];

const app = openAppInBrowser();

for (const [locale, messages, colorScheme] of languages) {
	test(`the main pages in ${locale} can be looked at`, async () => {
		const context = await app.browser.newContext({ locale, colorScheme, viewport: phone });
		const page = await context.newPage();
		const quern = new QuernPage(page, messages);
		const shoot = (name: string) => shootBoth(page, `${locale}-${name}`);

		await quern.open(app.server.url);
		await expect(quern.getModel).toBeVisible();
		await shoot('first-run');
		await storeConversation(page);
		await page.goto(`${app.server.url}#/chat/${storedConversation.id}`);
		await expect(quern.answers).toHaveCount(2);
		await expect(page.locator('math').first()).toBeAttached();
		await shoot('chat');
		await quern.button(messages.chat.conversations).click();
		await expect(page.getByRole('dialog')).toBeVisible();
		await page.screenshot({ path: `screenshots/${locale}-list-phone.png` });
		await page.keyboard.press('Escape');
		for (const id of pages) {
			await page.goto(`${app.server.url}#/${id}`);
			await expect(page).toHaveTitle(new RegExp(`– ${messages.app.name}$`));
			await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
			// Half translated would show in what a screen reader is told of the language, too.
			await expect(page.locator('html')).toHaveAttribute('lang', locale);
			await shoot(id);
		}
		await context.close();
	});
}

async function shootBoth(page: Page, name: string): Promise<void> {
	for (const [screen, size] of Object.entries({ desktop, phone })) {
		await page.setViewportSize(size);
		await page.evaluate(() => document.fonts.ready.then(() => {}));
		await page.screenshot({ path: `screenshots/${name}-${screen}.png` });
	}
}
