import { expect, test, type Locator, type Page } from 'playwright/test';
import en from '../src/i18n/locales/en.ts';
import fa from '../src/i18n/locales/fa.ts';
import { openAppInBrowser } from './fixtures/app-in-browser.ts';
import { storeConversation, storedConversation } from './fixtures/stored-conversation.ts';
import { QuernPage } from './pages/quern-page.ts';

/** Nothing in here is clicked: whoever has no mouse, or cannot see one, goes the same ways. */

const app = openAppInBrowser();
let page: Page;
test.beforeEach(async () => {
	page = await app.browser.newPage({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
});
test.afterEach(() => page.close());

test('from the first run to settings in another language and back to the composer', async () => {
	const quern = new QuernPage(page);
	await quern.open(app.server.url);
	await expect(quern.getModel).toBeVisible();

	await expectNext(quern.button(en.app.skipToContent));
	const { models, settings, about } = en.places;
	for (const title of [en.chat.title, models, settings, about]) {
		await expectNext(page.getByRole('link', { name: title, exact: true }));
	}
	await expectNext(page.locator('summary').first());
	await expectNext(quern.getModel);
	await expectNext(quern.button(en.models.later));
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(en.chat.newConversation);

	await goTo(en.places.settings);
	await expectNext(page.getByRole('radio', { name: 'English' }));
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	const languages = page.getByRole('radiogroup', { name: fa.settings.language });
	await expect(languages.getByRole('radio', { name: 'فارسی' })).toBeFocused();
	await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(fa.places.settings);
	await expectNext(page.getByRole('radio', { name: fa.writing.digitsOf.language }));
	await expectNext(page.getByRole('radio', { name: fa.writing.calendars.language }));
	await expectNext(page.getByRole('radio', { name: fa.settings.themes.system }));

	await goTo(fa.chat.title);
	const inPersian = new QuernPage(page, fa);
	await tabTo(inPersian.composer);
	await page.keyboard.type('سلام');
	await expect(inPersian.composer).toHaveValue('سلام');
});

test('the first Tab leads past the navigation into the page', async () => {
	const quern = new QuernPage(page);
	await quern.open(app.server.url);
	await expect(quern.getModel).toBeVisible();
	await expectNext(quern.button(en.app.skipToContent));
	await page.keyboard.press('Enter');
	await expect(page.getByRole('main')).toBeFocused();
	await expectNext(page.locator('summary').first());
});

test('Escape closes what is open, one thing at a time, and the focus returns', async () => {
	const quern = new QuernPage(page);
	await quern.open(app.server.url);
	await storeConversation(page);
	// Below 64rem the list of conversations is a dialog, with a menu for each of them in it.
	await page.setViewportSize({ width: 900, height: 600 });
	await page.goto(`${app.server.url}#/chat/${storedConversation.id}`);
	await expect(quern.answers).toHaveCount(2);

	const openList = quern.button(en.chat.conversations);
	const list = page.getByRole('dialog', { name: en.chat.conversations });
	await tabTo(openList);
	await page.keyboard.press('Enter');
	await expect(list).toBeVisible();
	const options = list.getByRole('button', { name: en.chat.options });
	await tabTo(options);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('menuitem', { name: en.organise.pin })).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('menu')).toHaveCount(0);
	await expect(options).toBeFocused();
	await expect(list).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(list).toBeHidden();
	await expect(openList).toBeFocused();

	await tabTo(page.getByRole('button', { name: en.chat.options }));
	await page.keyboard.press('Enter');
	await page.keyboard.press('ArrowDown');
	await expect(page.getByRole('menuitem', { name: en.chat.rename })).toBeFocused();
	await page.keyboard.press('Enter');
	const dialog = page.getByRole('dialog', { name: en.chat.renameTitle });
	const name = dialog.getByRole('textbox', { name: en.chat.renameLabel });
	await expect(name).toBeFocused();
	await page.keyboard.press('ControlOrMeta+a');
	await page.keyboard.type('Never kept');
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(storedConversation.title);
});

/** The next Tab stop is this one, and it shows. */
async function expectNext(target: Locator): Promise<void> {
	await page.keyboard.press('Tab');
	await expectVisibleFocus(target);
}

async function expectVisibleFocus(target: Locator): Promise<void> {
	await expect(target).toBeFocused();
	await expect(target).toBeInViewport();
	// Radio buttons hand the ring to the label around them.
	const ring = await target.evaluate((element) =>
		[element, element.closest('label')].some(
			(ringed) =>
				ringed &&
				getComputedStyle(ringed).outlineStyle !== 'none' &&
				parseFloat(getComputedStyle(ringed).outlineWidth) >= 2,
		),
	);
	expect(ring, 'the focus can be seen').toBe(true);
}

/** Tabs on until the focus is there; every stop on the way can be seen, too. */
async function tabTo(target: Locator): Promise<void> {
	for (let stops = 0; stops < 40; stops++) {
		await page.keyboard.press('Tab');
		const isThere = await target
			.first()
			.evaluate((element) => element === document.activeElement, { timeout: 1000 });
		if (isThere) return expectVisibleFocus(target.first());
	}
	throw new Error('the focus never came there');
}

/** Opens a place of the navigation; its heading takes the focus. */
async function goTo(title: string): Promise<void> {
	await tabTo(page.getByRole('link', { name: title, exact: true }));
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
}
