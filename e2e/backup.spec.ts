import { expect, test, type Page } from 'playwright/test';
import en from '../src/i18n/locales/en.ts';
import fa from '../src/i18n/locales/fa.ts';
import { openAppInBrowser } from './fixtures/app-in-browser.ts';
import { storeConversation, storedConversation } from './fixtures/stored-conversation.ts';
import { QuernPage } from './pages/quern-page.ts';

const PASSPHRASE = 'آسیاب دستی در خانه‌ی ما';
const app = openAppInBrowser();

const looks = [
	{ name: 'phone', locale: 'fa-IR', viewport: { width: 360, height: 740 }, colorScheme: 'dark' },
	{
		name: 'desktop',
		locale: 'en-GB',
		viewport: { width: 1280, height: 900 },
		colorScheme: 'light',
	},
] as const;

/** Where a file is chosen, and what is on the page then, to be looked at. */
const shot = (page: Page, name: string) =>
	page.screenshot({ path: `screenshots/backup-${name}.png`, fullPage: true });

for (const { name, ...look } of looks) {
	test(`everything is saved, deleted and restored with a passphrase, in ${look.locale}`, async () => {
		const messages = look.locale === 'fa-IR' ? fa : en;
		const t = messages.backup;
		const context = await app.browser.newContext(look);
		const page = await context.newPage();
		await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
		const quern = new QuernPage(page, messages);
		await quern.open(app.server.url);
		await storeConversation(page);

		await page.goto(`${app.server.url}#/settings`);
		await page.getByRole('link', { name: t.go }).click();
		await page.getByLabel(t.passphrase, { exact: true }).fill(PASSPHRASE);
		await page.getByLabel(t.repeat, { exact: true }).fill(PASSPHRASE);
		await shot(page, `save-${name}`);
		const download = page.waitForEvent('download');
		await quern.button(t.write).click();
		const file = await (await download).path();
		await expect(page.getByText(t.savedNext)).toBeVisible();

		await page.goto(`${app.server.url}#/exchange`);
		await expect(page.getByText(storedConversation.title)).toBeVisible();
		await shot(page, `exchange-${name}`);

		await page.goto(`${app.server.url}#/settings`);
		await quern.button(messages.settings.deleteAll).click();
		const dialog = page.getByRole('dialog', { name: messages.settings.deleteAllTitle });
		await dialog.getByRole('button', { name: messages.settings.deleteAllConfirm }).click();
		await expect(page.getByRole('heading', { name: messages.models.firstTitle })).toBeVisible();

		await page.getByRole('link', { name: messages.reminder.restore }).click();
		await page.getByLabel(t.choose, { exact: true }).setInputFiles(file);
		const restore = page.getByRole('region', { name: messages.reminder.restore });
		await restore.getByLabel(t.passphrase, { exact: true }).fill(PASSPHRASE);
		await quern.button(t.openIt).click();
		await expect(page.getByText(t.added({ count: 5 }))).toBeVisible();
		await shot(page, `restore-${name}`);
		await quern.button(t.begin).click();
		await quern.button(t.seeConversations).click();
		await page.goto(`${app.server.url}#/chat/${storedConversation.id}`);
		await expect(quern.answers.first()).toContainText('Paris');
		const isWiderThanScreen = await page.evaluate(
			() => document.documentElement.scrollWidth > document.documentElement.clientWidth,
		);
		expect(isWiderThanScreen).toBe(false);
		await context.close();
	});
}
