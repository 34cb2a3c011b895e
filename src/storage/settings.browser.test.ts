import { createStore, set } from 'idb-keyval';
import { afterEach, expect, test, vi } from 'vitest';
import { Settings } from './settings.ts';

afterEach(() => void vi.restoreAllMocks());

const freshName = () => `settings-${crypto.randomUUID()}`;

test('defaults hold before anything is stored or loaded', async () => {
	const settings = new Settings(freshName());
	expect(settings.get('theme')).toBe('system');
	await settings.load();
	expect(settings.get('locale')).toBeNull();
	expect(settings.get('firstRunDismissed')).toBe(false);
});

test('what is set holds at once and the next time', async () => {
	const name = freshName();
	const settings = new Settings(name);
	const kept = settings.set('theme', 'dark');
	expect(settings.get('theme')).toBe('dark');
	expect(await kept).toBe(true);
	const again = new Settings(name);
	await again.load();
	expect(again.get('theme')).toBe('dark');
	expect(again.get('locale')).toBeNull();
});

test('a value that makes no sense is the default, and the others stay', async () => {
	const name = freshName();
	const store = createStore(name, 'settings');
	await set('theme', 'purple', store);
	await set('hub', 'http://hub.example/', store);
	await set('mirrors', ['https://mirror.example/', 'javascript:alert(1)'], store);
	await set('firstRunDismissed', true, store);
	const settings = new Settings(name);
	await settings.load();
	expect(settings.get('theme')).toBe('system');
	expect(settings.get('hub')).toBe('https://huggingface.co/');
	expect(settings.get('mirrors')).toEqual([]);
	expect(settings.get('firstRunDismissed')).toBe(true);
});

test('storage that cannot be opened means defaults, and values until the page closes (wrapped)', async () => {
	vi.spyOn(console, 'warn').mockImplementation(() => {});
	vi.spyOn(indexedDB, 'open').mockImplementation(() => {
		throw new DOMException('wrapped', 'SecurityError');
	});
	const settings = new Settings(freshName());
	await settings.load();
	expect(await settings.set('theme', 'light')).toBe(false);
	expect(settings.get('theme')).toBe('light');
});
