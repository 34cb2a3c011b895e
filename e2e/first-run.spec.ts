import { expect, test } from 'playwright/test';
import ar from '../src/i18n/locales/ar.ts';
import en, { type Messages } from '../src/i18n/locales/en.ts';
import fa from '../src/i18n/locales/fa.ts';
import fr from '../src/i18n/locales/fr.ts';
import zh from '../src/i18n/locales/zh.ts';
import { openAppInBrowser } from './fixtures/app-in-browser.ts';
import { QuernPage } from './pages/quern-page.ts';

const languages: [tag: string, messages: Messages, direction: 'ltr' | 'rtl'][] = [
	['en-GB', en, 'ltr'],
	['fr-FR', fr, 'ltr'],
	['fa-IR', fa, 'rtl'],
	['ar-EG', ar, 'rtl'],
	['zh-CN', zh, 'ltr'],
];
const looks = [
	{ name: 'phone', viewport: { width: 360, height: 740 }, colorScheme: 'light' },
	{ name: 'desktop', viewport: { width: 1440, height: 900 }, colorScheme: 'dark' },
] as const;

const app = openAppInBrowser();

for (const [locale, messages, direction] of languages) {
	for (const { name, ...look } of looks) {
		test(`first run in ${locale} on a ${name}`, async () => {
			const context = await app.browser.newContext({ ...look, locale });
			const page = await context.newPage();
			const quern = new QuernPage(page, messages);
			await quern.open(app.server.url);

			const html = page.locator('html');
			await expect(html).toHaveAttribute('dir', direction);
			await expect(html).toHaveAttribute('lang', locale.slice(0, 2));
			await expect(page.getByRole('heading', { name: messages.models.firstTitle })).toBeVisible();
			await expect(quern.getModel).toBeVisible();
			await expect(page.getByText(messages.models.expectSmall)).toBeVisible();
			await page.screenshot({
				path: `screenshots/first-run-${locale}-${name}.png`,
				fullPage: true,
			});

			const isWiderThanScreen = await page.evaluate(
				() => document.documentElement.scrollWidth > document.documentElement.clientWidth,
			);
			expect(isWiderThanScreen).toBe(false);

			await quern.button(messages.models.later).click();
			const wayBack = page.getByRole('link', { name: messages.chat.getModel });
			await expect(wayBack).toBeVisible();
			await page.reload();
			await expect(wayBack).toBeVisible();
			await page.screenshot({ path: `screenshots/later-${locale}-${name}.png` });
			const asked = app.server.packRequests;
			expect(asked).toEqual([]);
			await context.close();
		});
	}
}
