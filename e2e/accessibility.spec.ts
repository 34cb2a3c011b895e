import { readdirSync } from 'node:fs';
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
	{
		name: 'a phone, as it is and at 200 % zoom',
		hasTouch: true,
		// A window 640 pixels wide has half of them left when each is drawn as four.
		sizes: [
			{ width: 360, height: 740 },
			// High enough for every dialog: what its last row of buttons half covers is too small a target to axe.
			{ width: 320, height: 2400 },
		],
	},
	{ name: 'a desktop', hasTouch: false, sizes: [{ width: 1440, height: 900 }] },
];
type Look = (place: string) => Promise<void>;

const app = openAppInBrowser();

for (const [locale, messages] of languages) {
	for (const { name, hasTouch, sizes } of screens) {
		test(`every page in ${locale} on ${name}, light and dark, has no fault that axe can see`, async () => {
			const context = await app.browser.newContext({ hasTouch, locale, reducedMotion: 'reduce' });
			const page = await context.newPage();
			await page.setViewportSize(sizes[0]!);
			await visitEveryPage(page, messages, async (place) => {
				for (const size of sizes) {
					await page.setViewportSize(size);
					await expectNoSidewaysScrolling(page, `${place}, ${size.width} px`);
					for (const colorScheme of ['light', 'dark'] as const) {
						await page.emulateMedia({ colorScheme });
						await expectAccessible(page, `${place}, ${size.width} px, ${colorScheme}`);
					}
				}
				if (sizes.length > 1) await page.setViewportSize(sizes[0]!);
			});
			await context.close();
		});
	}
}

/** Every feature there is, by its folder: a new one is looked at without a word here. */
const features = readdirSync(new URL('../src/features/', import.meta.url), { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.map(({ name }) => name);

/** Pages below a feature's own, by its heading. */
const innerPages: readonly { path: string; heading: (messages: Messages) => string }[] = [
	{ path: 'hand/receive', heading: (messages) => messages.hand.receive },
	{ path: 'assistants/new', heading: (messages) => messages.assistants.create },
	{
		path: `exchange/${storedConversation.id}`,
		heading: (messages) => messages.places.exchange,
	},
	{ path: 'nowhere', heading: (messages) => messages.app.notFound },
];

/** Goes to each page as a person would come to it, and calls `look` there. */
async function visitEveryPage(page: Page, messages: Messages, look: Look): Promise<void> {
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
	await expect(page.locator('math').first()).toBeAttached();
	await look('chat with a conversation');
	await visitWhatOpensInChat(page, messages, look);

	await leaveTrace(page);
	for (const id of features) {
		await page.goto(`${app.server.url}#/${id}`);
		await expect(page).toHaveTitle(`${titleOf(id, messages)} – ${messages.app.name}`);
		await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
		await look(id);
	}
	for (const { path, heading } of innerPages) {
		await page.goto(`${app.server.url}#/${path}`);
		await expect(page.getByRole('heading', { name: heading(messages), level: 1 })).toBeVisible();
		await look(path);
	}

	await page.goto(`${app.server.url}#/settings`);
	await quern.button(messages.settings.deleteAll).click();
	await expect(page.getByRole('dialog')).toBeVisible();
	await look('dialog before everything is deleted');
}

async function visitWhatOpensInChat(page: Page, messages: Messages, look: Look): Promise<void> {
	const quern = new QuernPage(page, messages);
	const dialog = page.getByRole('dialog');
	const options = page.getByRole('button', { name: messages.chat.options }).first();
	const choose = async (name: string) => {
		await options.click();
		await page.getByRole('menuitem', { name }).click();
		await expect(dialog).toBeVisible();
	};
	const close = async () => {
		await page.keyboard.press('Escape');
		await expect(dialog).toHaveCount(0);
	};

	// Opened anew in each size: a menu closes when the window changes.
	await options.click();
	await expect(page.getByRole('menu')).toBeVisible();
	await expectAccessible(page, 'chat with its menu open');
	await page.keyboard.press('Escape');

	await choose(messages.chat.rename);
	await look('dialog for a new name');
	await close();
	await choose(messages.organise.move);
	await look('dialog for a project');
	await close();
	await quern.button(messages.parameters.title).click();
	await expect(dialog).toBeVisible();
	await look('dialog for parameters');
	await close();

	const openList = quern.button(messages.chat.conversations);
	if (await openList.isVisible()) {
		await openList.click();
		await expect(dialog).toBeVisible();
		await look('list of conversations');
		await close();
	}
	await quern.composer.fill('/');
	await expect(page.getByRole('listbox')).toBeVisible();
	await look('list of prompts');
	await quern.composer.fill('');
}

/** Pages are titled by `places`, or by words of their own. */
function titleOf(id: string, messages: Messages): string {
	const sections: Record<string, unknown> = { ...messages };
	const own = sections[id] as { title: string };
	return (messages.places as Record<string, string>)[id] ?? own.title;
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
	const axe = new AxeBuilder({ page }).setLegacyMode().options({
		runOnly: { type: 'tag', values: standards },
		// Off by itself: targets of at least 24 pixels.
		rules: { 'target-size': { enabled: true } },
		resultTypes: ['violations', 'passes', 'incomplete'],
	});
	const { violations, passes, incomplete } = await axe.analyze();
	const found = violations.map(({ id, help, nodes }) => ({
		id,
		help,
		where: nodes.map(({ target }) => target.join(' ')),
	}));
	expect.soft(found, place).toEqual([]);
	// Where axe sees nothing it finds no fault either.
	const seen = [...passes, ...incomplete].map(({ id }) => id);
	expect(seen, place).toContain('color-contrast');
	expect(seen, place).toContain('target-size');
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
	expect.soft(wide, place).toEqual([]);
}
