import { afterEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { habits } from './habits.ts';
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
	await locale.use('en');
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

test('what is on the page follows a change of digits at once, in formats and in messages', async () => {
	const locale = new Locale();
	await locale.use('en');
	const screen = await render(LocaleProbe, { locale });
	await expect.element(screen.getByText('2 MB')).toBeVisible();
	habits.use('arabext', 'language');
	await expect.element(screen.getByText('۲ MB')).toBeVisible();
	await expect.element(screen.getByText(/^۳ conversations/)).toBeVisible();
	habits.use('language', 'language');
	await expect.element(screen.getByText(/^3 conversations/)).toBeVisible();
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
	expect(locale.messages.places.settings).toContain('Settings····');
	expect(locale.messages.about.version({ version: '1' })).toContain('Version 1');
});

test('a chapter that is needed is there in this language, and in each later one', async () => {
	const locale = new Locale();
	await locale.use('fr');
	expect(locale.messages).not.toHaveProperty('settings');
	await locale.need(['other']);
	expect(locale.messages.settings.language).toBe('Langue');
	await locale.use('fa');
	expect(locale.messages.settings.language).toBe('زبان');
});

test('a chapter and a change of language at the same time: both hold', async () => {
	const locale = new Locale();
	await locale.use('en');
	await Promise.all([locale.need(['models', 'other']), locale.use('fr'), locale.need(['other'])]);
	expect(locale.tag).toBe('fr');
	expect(locale.messages.settings.language).toBe('Langue');
	expect(locale.messages.places.models).toBe('Modèles');
});
