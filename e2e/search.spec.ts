import AxeBuilder from '@axe-core/playwright';
import { expect, test } from 'playwright/test';
import en from '../src/i18n/locales/en.ts';
import fa from '../src/i18n/locales/fa.ts';
import { openAppInBrowser } from './fixtures/app-in-browser.ts';
import { storeConversation, storedConversation } from './fixtures/stored-conversation.ts';
import { QuernPage } from './pages/quern-page.ts';

/** Words that stand in the stored answer in other letters: an Arabic ye for a Persian one, other digits, no accent. */
const searches = [
	['en', en, 'light', { width: 1280, height: 860 }, 'eiffel 330'],
	['fa', fa, 'dark', { width: 360, height: 740 }, 'جمعيت 2.1 ميليون'],
] as const;

const app = openAppInBrowser();

for (const [locale, messages, colorScheme, viewport, words] of searches) {
	test(`what was said is found again and jumped to, in ${locale}`, async () => {
		const context = await app.browser.newContext({ locale, colorScheme, viewport });
		const page = await context.newPage();
		const quern = new QuernPage(page, messages);
		await quern.open(app.server.url);
		await expect(quern.getModel).toBeVisible();
		await storeConversation(page);
		await page.goto(`${app.server.url}#/chat/new`);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

		await page.keyboard.press('/');
		const dialog = page.getByRole('dialog', { name: messages.search.title });
		await expect(dialog.getByRole('searchbox')).toBeFocused();
		await page.keyboard.type(words);
		await expect(dialog.locator('mark').first()).toBeVisible();
		await page.screenshot({ path: `screenshots/${locale}-search.png` });
		const { violations } = await new AxeBuilder({ page }).include('dialog[open]').analyze();
		expect(violations.map(({ id }) => id)).toEqual([]);

		// The conversation's name comes first, the message after it.
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await expect(dialog).toBeHidden();
		await expect(page).toHaveURL(new RegExp(`#/chat/${storedConversation.id}/`));
		await expect(quern.answers.first()).toBeInViewport();
		await context.close();
	});
}
