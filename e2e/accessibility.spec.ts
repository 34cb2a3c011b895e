import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from 'playwright/test';
import en, { type Messages } from '../src/i18n/locales/en.ts';
import fa from '../src/i18n/locales/fa.ts';
import { openAppInBrowser } from './fixtures/app-in-browser.ts';
import { storeConversation, storedConversation } from './fixtures/stored-conversation.ts';
import { QuernPage } from './pages/quern-page.ts';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const languages: [locale: string, messages: Messages][] = [
	['en-GB', en],
	['fa-IR', fa],
];
const screens = [
	{ name: 'a phone', viewport: { width: 360, height: 740 }, hasTouch: true },
	{ name: 'a desktop', viewport: { width: 1440, height: 900 }, hasTouch: false },
];
/** What 200 % zoom makes of a window 720 pixels wide: half the room, each pixel drawn as four. */
const zoomed = { viewport: { width: 360, height: 370 }, deviceScaleFactor: 2 };

const app = openAppInBrowser();

for (const [locale, messages] of languages) {
	for (const { name, ...screen } of screens) {
		test(`every page in ${locale} on ${name}, light and dark, has no fault that axe can see`, async () => {
			const context = await app.browser.newContext({ ...screen, locale, reducedMotion: 'reduce' });
			const page = await context.newPage();
			await visitEveryPage(page, messages, async (place) => {
				for (const colorScheme of ['light', 'dark'] as const) {
					await page.emulateMedia({ colorScheme });
					await expectAccessible(page, `${place}, ${colorScheme}`);
				}
				await expectNoSidewaysScrolling(page, place);
			});
			await context.close();
		});
	}

	test(`every page in ${locale} fits at 200 % zoom`, async () => {
		const context = await app.browser.newContext({ ...zoomed, locale });
		const page = await context.newPage();
		await visitEveryPage(page, messages, (place) => expectNoSidewaysScrolling(page, place));
		await context.close();
	});
}

/** Goes to each page as a person would come to it, and calls `look` there. */
async function visitEveryPage(
	page: Page,
	messages: Messages,
	look: (place: string) => Promise<void>,
): Promise<void> {
	const quern = new QuernPage(page, messages);
	await quern.open(app.server.url);
	await expect(quern.getModel).toBeVisible();
	await look('first run');

	await quern.button(messages.models.later).click();
	await expect(page.getByRole('link', { name: messages.chat.getModel })).toBeVisible();
	await look('empty chat');

	await storeConversation(page);
	await page.goto(`${app.server.url}#/chat/${storedConversation.id}`);
	await expect(quern.answers).toHaveCount(2);
	await look('chat with a conversation');
	await page.getByRole('button', { name: messages.chat.options }).first().click();
	await expect(page.getByRole('menu')).toBeVisible();
	await look('chat with its menu open');
	await page.getByRole('menuitem', { name: messages.chat.rename }).click();
	await expect(page.getByRole('dialog')).toBeVisible();
	await look('dialog for a new name');
	await page.keyboard.press('Escape');

	await leaveTrace(page);
	const headings = {
		settings: messages.places.settings,
		about: messages.places.about,
		ledger: messages.places.ledger,
		hand: messages.places.hand,
		'hand/receive': messages.hand.receive,
		take: messages.places.take,
	};
	for (const [place, heading] of Object.entries(headings)) {
		await page.goto(`${app.server.url}#/${place}`);
		await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible();
		await look(place);
	}
	await page.goto(`${app.server.url}#/nowhere`);
	await expect(page.getByRole('heading', { name: messages.app.notFound })).toBeVisible();
	await look('not found');
}

/** Asks for what nobody needs, so that the ledger has an entry. */
async function leaveTrace(page: Page): Promise<void> {
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
		while (!navigator.serviceWorker.controller) await new Promise((r) => setTimeout(r, 50));
		await fetch('./gate?url=https://elsewhere.example/a/long/path');
	});
}

async function expectAccessible(page: Page, place: string): Promise<void> {
	const { violations, passes } = await new AxeBuilder({ page }).withTags(standards).analyze();
	const found = violations.map(({ id, help, nodes }) => ({
		id,
		help,
		where: nodes.map(({ target }) => target.join(' ')),
	}));
	expect(found, place).toEqual([]);
	// Where axe sees nothing it finds no fault either.
	expect(passes.map(({ id }) => id)).toContain('color-contrast');
}

/** Nothing but what scrolls by itself, such as a table or code, may be wider than the screen. */
async function expectNoSidewaysScrolling(page: Page, place: string): Promise<void> {
	const wide = await page.evaluate(() =>
		[document.documentElement, ...document.querySelectorAll('main, main *, nav, dialog')]
			.filter((element) => element.scrollWidth > element.clientWidth)
			.filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowX))
			.filter((element) => !element.matches('pre, pre *, table, :has(> table), textarea'))
			.map(({ tagName, className }) => `${tagName}.${className}`)
			.concat(
				document.documentElement.scrollWidth > document.documentElement.clientWidth
					? ['the page']
					: [],
			),
	);
	expect(wide, place).toEqual([]);
}
