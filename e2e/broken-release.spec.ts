import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, expect, test, type Browser } from 'playwright/test';
import { chromiumFlags, findChromium } from '../scripts/chromium.mjs';
import { AppReleases } from './fixtures/app-releases.ts';
import { AppServer } from './fixtures/app-server.ts';
import { storeConversation, storedConversation } from './fixtures/stored-conversation.ts';
import { QuernPage } from './pages/quern-page.ts';

/** What a person reads where the app itself cannot say anything (public/boot-failure.js). */
const words = {
	en: { title: 'Quern could not start', again: 'Try again', none: /no newer version yet/ },
	fa: { title: 'Quern باز نشد', again: 'دوباره امتحان کنید', none: /هنوز نسخهٔ تازه‌تری نیست/ },
};

test.describe('a release that does not start', () => {
	let browser: Browser;
	let releases: AppReleases;
	let server: AppServer;

	test.beforeAll(async () => {
		browser = await chromium.launch({ executablePath: findChromium()!, args: chromiumFlags });
	});
	test.beforeEach(async () => {
		releases = await AppReleases.create();
		server = await new AppServer({ root: releases.root }).start();
	});
	test.afterEach(async () => {
		await server?.stop();
		await releases?.remove();
	});
	test.afterAll(() => browser?.close());

	const open = async (locale: string) => {
		const context = await browser.newContext({ locale, viewport: { width: 360, height: 740 } });
		return new QuernPage(await context.newPage());
	};

	test('is said so, the next one takes its place, and nothing stored is lost', async () => {
		const quern = await open('en-GB');
		const { page, messages } = quern;
		await quern.open(server.url);
		await page.evaluate(async () => void (await navigator.serviceWorker.ready));
		await storeConversation(page);
		const refusals: string[] = [];
		page.on('console', (message) => {
			if (/Content Security Policy/.test(message.text())) refusals.push(message.text());
		});

		await releases.publish('throw new Error("a release nobody had tried");');
		await page.evaluate(async () => {
			await (await navigator.serviceWorker.ready).update();
		});
		await quern.button(messages.app.updateNow).click();
		await expect(page.getByRole('heading', { name: words.en.title })).toBeVisible();
		await expect(page.getByText(words.en.none)).toBeVisible();
		await page.screenshot({ path: 'screenshots/broken-release.png' });

		// As long as there is no other version, a new try ends at the same page.
		await Promise.all([page.waitForEvent('load'), quern.button(words.en.again).click()]);
		await expect(page.getByText(words.en.none)).toBeVisible();

		await releases.publishBuilt();
		await quern.button(words.en.again).click();
		await expect(page.getByRole('main')).toBeVisible();
		await expect(page.getByRole('heading', { name: words.en.title })).toBeHidden();
		await page.goto(`${server.url}#/chat/${storedConversation.id}`);
		await expect(page.getByText(storedConversation.messages[0].content)).toBeVisible();
		expect(refusals).toEqual([]);
	});

	test('and was mended while its page stood open takes the mended one by itself', async () => {
		const quern = await open('en-GB');
		await quern.open(server.url);
		await quern.page.evaluate(async () => void (await navigator.serviceWorker.ready));
		await releases.publish('import "./not-there.js";');
		await quern.page.evaluate(async () => {
			await (await navigator.serviceWorker.ready).update();
		});
		await quern.button(quern.messages.app.updateNow).click();
		await expect(quern.page.getByText(words.en.none)).toBeVisible();
		await releases.publishBuilt();
		await quern.page.reload();
		await expect(quern.getModel).toBeVisible();
	});

	test('at the first visit, half of it missing: it is said in the person’s language', async () => {
		const main = join(releases.root, await releases.mainScript());
		await rm(main);
		const quern = await open('fa-IR');
		const { page } = quern;
		await page.emulateMedia({ colorScheme: 'dark' });
		await page.goto(server.url);
		await expect(page.getByRole('heading', { name: words.fa.title })).toBeVisible();
		await expect(page.getByRole('main')).toHaveCSS('direction', 'rtl');
		await expect(page.getByText(words.fa.none)).toBeVisible();
		await page.screenshot({ path: 'screenshots/broken-release-fa.png' });
		await releases.publishBuilt();
		await quern.button(words.fa.again).click();
		await expect(page.getByRole('heading', { name: words.fa.title })).toBeHidden();
		await expect(page.locator('#app')).not.toBeEmpty();
	});
});
