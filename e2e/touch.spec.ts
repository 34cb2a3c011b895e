import { expect, test, type Page } from 'playwright/test';
import en, { type Messages } from '../src/i18n/locales/en.ts';
import fa from '../src/i18n/locales/fa.ts';
import { openAppInBrowser } from './fixtures/app-in-browser.ts';
import { storeConversation, storedConversation } from './fixtures/stored-conversation.ts';
import { QuernPage } from './pages/quern-page.ts';

const languages: [locale: string, messages: Messages][] = [
	['en-GB', en],
	['fa-IR', fa],
];
const app = openAppInBrowser();

for (const [locale, messages] of languages) {
	test(`by finger, in ${locale}: the list is drawn in and put away, the keyboard hides nothing`, async () => {
		const viewport = { width: 360, height: 740 };
		const context = await app.browser.newContext({ locale, viewport, hasTouch: true });
		const page = await context.newPage();
		const quern = new QuernPage(page, messages);
		await quern.open(app.server.url);
		await storeConversation(page);
		await page.goto(`${app.server.url}#/chat/${storedConversation.id}`);
		await expect(quern.answers).toHaveCount(2);
		const list = page.getByRole('dialog', { name: messages.chat.conversations });
		const onwards = locale === 'fa-IR' ? -1 : 1;

		// A visible button does the same.
		await expect(quern.button(messages.chat.conversations)).toBeInViewport();
		const title = await middleOf(page.getByRole('heading', { level: 1 }));
		await drag(page, title, { x: -120 * onwards, y: 0 });
		await drag(page, title, { x: 90 * onwards, y: 90 });
		await expect(list).toBeHidden();
		await drag(page, title, { x: 120 * onwards, y: 10 });
		await expect(list).toBeVisible();
		await drag(page, { x: 180, y: 300 }, { x: -120 * onwards, y: 0 });
		await expect(list).toBeHidden();

		// Code that scrolls sideways keeps the finger for itself.
		const code = page.locator('pre').first();
		await code.scrollIntoViewIfNeeded();
		await drag(page, await middleOf(code), { x: 120 * onwards, y: 0 });
		await expect(list).toBeHidden();

		// A keyboard that makes the page smaller, as Chrome's and Firefox's do when a page asks for it.
		await expect(page.locator('meta[name=viewport]')).toHaveAttribute(
			'content',
			/interactive-widget=resizes-content/,
		);
		// The first touch may only stop the code that still rolls on.
		await expect(async () => {
			await quern.composer.tap();
			await expect(quern.composer).toBeFocused({ timeout: 1000 });
		}).toPass();
		await page.setViewportSize({ width: 360, height: 400 });
		await expectAbove(quern, 400);

		// One that lies over the page, as Safari's does, which no test machine has: only its height is played.
		await page.setViewportSize(viewport);
		await page.evaluate(() => {
			Object.defineProperty(visualViewport, 'height', { configurable: true, value: 420 });
			visualViewport?.dispatchEvent(new Event('resize'));
		});
		await expectAbove(quern, 420);
		await page.evaluate(() => {
			Reflect.deleteProperty(visualViewport!, 'height');
			visualViewport?.dispatchEvent(new Event('resize'));
		});
		await expect.poll(() => bottomOf(page, 'nav')).toBe(viewport.height);
		await context.close();
	});
}

interface Point {
	readonly x: number;
	readonly y: number;
}

/** A finger of Chromium's own: its events are trusted, and scroll what they would scroll. */
async function drag(page: Page, from: Point, by: Point): Promise<void> {
	const session = await page.context().newCDPSession(page);
	const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', share: number) =>
		session.send('Input.dispatchTouchEvent', {
			type,
			touchPoints:
				type === 'touchEnd' ? [] : [{ x: from.x + by.x * share, y: from.y + by.y * share }],
		});
	await touch('touchStart', 0);
	for (const share of [0.25, 0.5, 0.75, 1]) await touch('touchMove', share);
	await touch('touchEnd', 1);
	await session.detach();
}

async function middleOf(target: ReturnType<Page['locator']>): Promise<Point> {
	const box = await target.boundingBox();
	if (!box) throw new Error('nothing to touch');
	return { x: 180, y: box.y + box.height / 2 };
}

/** The field and its button end above this height, and nothing scrolled them there. */
async function expectAbove(quern: QuernPage, height: number): Promise<void> {
	await expect(quern.composer).toBeFocused();
	await expect.poll(() => bottomOf(quern.page, 'form')).toBeLessThanOrEqual(height);
	expect(await quern.page.evaluate(() => scrollY)).toBe(0);
}

function bottomOf(page: Page, selector: string): Promise<number> {
	return page
		.locator(selector)
		.last()
		.evaluate((element) => element.getBoundingClientRect().bottom);
}
