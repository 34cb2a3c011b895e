import { expect, test } from 'vitest';
import { LoadMarker } from './load-marker.ts';
import { Settings } from './settings.ts';

const pack = { id: 'model', engine: 'wllama' };

/** A page that has just been opened: it knows what is stored. */
async function page(name: string) {
	const settings = new Settings(name);
	await settings.load();
	return new LoadMarker(settings);
}

test('a load that ends leaves nothing behind, one in another tab is told apart', async () => {
	const name = `settings-${crypto.randomUUID()}`;
	const end = await (await page(name)).begin(pack);
	expect(await (await page(name)).wasCutOff(pack)).toBe(false);
	await end();
	expect(await (await page(name)).wasCutOff(pack)).toBe(false);
});

test('a load that ended with its page is known the next time, for that pack alone', async () => {
	const name = `settings-${crypto.randomUUID()}`;
	const settings = new Settings(name);
	// What a killed page leaves: the mark, and no lock.
	await settings.set('loading', { ...pack, load: crypto.randomUUID() });
	expect(await (await page(name)).wasCutOff(pack)).toBe(true);
	expect(await (await page(name)).wasCutOff({ ...pack, id: 'other' })).toBe(false);
	const end = await (await page(name)).begin(pack);
	await end();
	expect(await (await page(name)).wasCutOff(pack)).toBe(false);
});

test('a page that the person closed during a load says nothing later', async () => {
	const name = `settings-${crypto.randomUUID()}`;
	await (await page(name)).begin(pack);
	dispatchEvent(new PageTransitionEvent('pagehide'));
	const settings = new Settings(name);
	await settings.load();
	const { load } = settings.get('loading')!;
	expect(localStorage.getItem('quern-load-left')).toBe(load);
});
