import { afterEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { Locale } from './locale.svelte.ts';
import { PSEUDO_TAG } from './pseudo-tag.ts';
import LocaleProbe from './testing/LocaleProbe.svelte';

const root = document.documentElement;

afterEach(() => {
	root.lang = 'en';
	root.dir = 'ltr';
});

test('what is on the page follows a change of language at once', async () => {
	const locale = new Locale();
	const screen = await render(LocaleProbe, { locale });
	await expect.element(screen.getByText('Settings')).toBeVisible();

	await locale.use('fa');
	await expect.element(screen.getByText('تنظیمات')).toBeVisible();
	await expect.element(screen.getByText('۲ مگابایت')).toBeVisible();
	expect([root.lang, root.dir]).toEqual(['fa', 'rtl']);

	await locale.use('fr');
	await expect.element(screen.getByText('Réglages')).toBeVisible();
	expect([root.lang, root.dir]).toEqual(['fr', 'ltr']);
});

test('of two changes the last one holds, whichever file arrives first', async () => {
	const locale = new Locale();
	await Promise.all([locale.use('zh'), locale.use('ar'), locale.use('en')]);
	expect(locale.tag).toBe('en');
	expect([root.lang, root.dir]).toEqual(['en', 'ltr']);
});

test('dates are written as the region of the browser writes them', async () => {
	vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['fr-CA', 'en-GB']);
	const locale = new Locale();
	const moment = new Date(2026, 2, 1);
	expect(locale.format.date(moment, moment)).toBe('1 March');
	vi.restoreAllMocks();
});

test('the pseudo-locale is long and from right to left', async () => {
	const locale = new Locale();
	await locale.use(PSEUDO_TAG);
	expect(root.dir).toBe('rtl');
	expect(locale.messages.settings.title).toContain('Settings····');
	expect(locale.messages.about.version({ version: '1' })).toContain('Version 1');
});
