import { expect, test, type Page } from 'playwright/test';
import { openAppInBrowser } from './fixtures/app-in-browser.ts';
import { storeConversation, storedConversation } from './fixtures/stored-conversation.ts';
import { QuernPage } from './pages/quern-page.ts';

/** What a person has told the system about how they see holds here as well. */

const app = openAppInBrowser();
let page: Page;
let quern: QuernPage;

test.beforeAll(async () => {
	page = await app.browser.newPage({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
	quern = new QuernPage(page);
	await quern.open(app.server.url);
	await storeConversation(page);
	await page.goto(`${app.server.url}#/chat/${storedConversation.id}`);
	await expect(quern.answers).toHaveCount(2);
});
test.afterAll(() => page?.close());

test('nothing moves where less motion is asked for', async () => {
	await page.emulateMedia({ reducedMotion: 'no-preference' });
	expect(await page.evaluate(moving)).not.toEqual([]);
	await page.emulateMedia({ reducedMotion: 'reduce' });
	expect(await page.evaluate(moving)).toEqual([]);
});

test('in the colours of the system, buttons have edges, icons show and the focus has its ring', async () => {
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ forcedColors: 'active', colorScheme });
		expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
		expect(await page.evaluate(unseen), colorScheme).toEqual([]);

		const { chat, places } = quern.messages;
		const edgeOf = (name: string) =>
			page
				.getByRole('link', { name, exact: true })
				.evaluate((link) => getComputedStyle(link).borderInlineStartWidth);
		expect(await edgeOf(chat.title)).toBe('2px');
		expect(await edgeOf(places.models)).toBe('0px');

		await quern.composer.focus();
		await page.keyboard.press('Shift+Tab');
		const ring = await page.evaluate(() => {
			const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(
				document.activeElement!,
			);
			const ground = getComputedStyle(document.body).backgroundColor;
			return { outlineStyle, outlineWidth, isSeen: outlineColor !== ground };
		});
		expect(ring).toEqual({ outlineStyle: 'solid', outlineWidth: '2px', isSeen: true });
	}
	await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
});

test('where more contrast is asked for, quiet text and thin lines are no longer pale', async () => {
	const colours = () =>
		page
			.getByRole('link', { name: quern.messages.places.models, exact: true })
			.evaluate((link) => ({
				text: getComputedStyle(link).color,
				line: getComputedStyle(link.closest('nav')!).borderInlineEndColor,
			}));
	await page.emulateMedia({ contrast: 'no-preference' });
	expect(await colours()).toEqual({ text: 'rgb(99, 90, 77)', line: 'rgb(216, 208, 194)' });
	await page.emulateMedia({ contrast: 'more' });
	await expect.poll(colours).toEqual({ text: 'rgb(59, 52, 42)', line: 'rgb(107, 97, 84)' });
});

/** Runs in the page: what changes by and by, or turns. */
function moving(): string[] {
	return [...document.querySelectorAll('body *')]
		.filter((element) => {
			const { transitionDuration, animationName, animationDuration } = getComputedStyle(element);
			const lasts = (durations: string) => durations.split(',').some((one) => parseFloat(one) > 0);
			return lasts(transitionDuration) || (animationName !== 'none' && lasts(animationDuration));
		})
		.map(({ tagName, className }) => `${tagName}.${String(className)}`);
}

/** Runs in the page: buttons without an edge, and icons in the colour of what is behind them. */
function unseen(): string[] {
	const ground = getComputedStyle(document.documentElement).backgroundColor;
	const name = (element: Element) => `${element.tagName} ${element.textContent?.trim() ?? ''}`;
	const flat = [...document.querySelectorAll('main button:not([class*=skip])')]
		.filter((button) => button.checkVisibility())
		.filter((button) => {
			const { borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(button);
			return parseFloat(borderTopWidth) < 1 || borderTopColor === backgroundColor;
		});
	const gone = [...document.querySelectorAll('svg')].filter((icon) => {
		const { stroke, color } = getComputedStyle(icon);
		return stroke === ground || color === ground;
	});
	return [...flat, ...gone].map(name);
}
