import { readFile } from 'node:fs/promises';
import { expect, test } from 'playwright/test';
import manifest from '../public/libraries/manifest.json' with { type: 'json' };
import { AppServer } from './fixtures/app-server.ts';
import { startHubServer, type HubServer, type RepositoryFiles } from './fixtures/hub-server.mjs';
import { Profile } from './fixtures/profile.ts';
import { expectedFiles, readStoredFiles } from './fixtures/stored-files.ts';
import { QuernPage } from './pages/quern-page.ts';

/**
 * A model that lies on a hub, by its address: the real starter, laid out as MLC's repositories are, with a library at an
 * address of its own. One library nobody knows; the other ships with the app.
 */
const repository = 'people/smollm2-starter-MLC';
const commit = 'c'.repeat(40);
const shipped = manifest.libraries.find(({ kernels }) => kernels === 'barrier-free')!;

let server: AppServer;
let hub: HubServer;
let profile: Profile;
let quern: QuernPage;

const fromPublic = (path: string) => readFile(new URL(`../public/${path}`, import.meta.url));

async function starterFiles(): Promise<RepositoryFiles> {
	const small = ['mlc-chat-config.json', 'tokenizer.json', 'tensor-cache.json'];
	const shards = [0, 1, 2, 3, 4, 5].map((index) => `params_shard_${index}.bin`);
	const files: RepositoryFiles = {};
	for (const path of [...small, ...shards]) {
		const bytes = await fromPublic(`packs/smollm2-135m-instruct/${path}`);
		files[path] = { bytes, lfs: path.endsWith('.bin') };
	}
	return files;
}

/** The app's settings before it is opened again: the hub is the one here. */
async function useHub(base: string): Promise<void> {
	await quern.page.evaluate(async (url) => {
		await navigator.serviceWorker.ready;
		const database = await new Promise<IDBDatabase>((resolve) => {
			const request = indexedDB.open('quern-settings');
			request.onsuccess = () => resolve(request.result);
		});
		const transaction = database.transaction('settings', 'readwrite');
		transaction.objectStore('settings').put(url, 'hub');
		await new Promise((resolve) => (transaction.oncomplete = resolve));
		database.close();
	}, base);
	await quern.page.reload();
}

test.beforeAll(async () => {
	server = await new AppServer().start();
	hub = await startHubServer();
	hub.publish(repository, commit, await starterFiles());
	const library = await fromPublic(`libraries/${shipped.file}`);
	hub.serve('/libraries/known.wasm', library);
	// An empty custom section at the end changes nothing but the digest.
	hub.serve('/libraries/unknown.wasm', Buffer.concat([library, Buffer.from([0, 2, 1, 0x78])]));
	profile = await Profile.create();
	quern = new QuernPage(await profile.launch());
});
test.afterAll(async () => {
	await profile?.remove();
	await server?.stop();
	await hub?.close();
});

test('a model by its address: asked for by a tap, trusted or known, fetched, and it answers', async () => {
	const { offers, bring } = quern.messages;
	const { page } = quern;
	await quern.open(server.url);
	await useHub(hub.url);
	await quern.open(`${server.url}#/models`);
	await page.getByRole('heading', { name: offers.addTitle }).click();
	await page.getByLabel(offers.addRepository).fill(`https://hub.example/${repository}`);
	const libraryField = page.getByLabel(offers.addLibrary);
	const askHub = quern.button(offers.ask({ host: new URL(hub.url).host }));
	const download = page.getByRole('button', { name: /^Download \(/ });

	await libraryField.fill(`${hub.url}libraries/unknown.wasm`);
	expect(hub.requests).toEqual([]);
	await askHub.click();
	await expect(page.getByText(offers.trustFirst)).toBeVisible();
	await expect(page.getByText(commit)).toBeVisible();
	await expect(download).toHaveCount(0);
	await quern.button(bring.libraryDecide).click();
	await page.screenshot({ path: 'screenshots/hub-model-trust.png' });
	await quern.button(bring.libraryRefuse).click();
	// What has been asked so far are the list and small files: not one weight.
	expect(hub.cdn.requests).toEqual([]);

	await quern.button(quern.messages.actions.cancel).click();
	await libraryField.fill(`${hub.url}libraries/known.wasm`);
	await askHub.click();
	await download.click();
	await quern.expectInstalled();
	const stored = (await readStoredFiles(page)).map(({ sha256 }) => sha256);
	expect(stored).toContain(shipped.sha256);
	for (const { sha256 } of expectedFiles('web-llm')) expect(stored).toContain(sha256);
	// What was read to answer the question was not fetched again.
	const times = (path: string) => hub.requests.filter((request) => request.path === path).length;
	expect(times('/libraries/known.wasm')).toBe(1);
	expect(server.packRequests).toEqual([]);

	await quern.ask('What is the capital of France?');
	expect(await quern.finished(1)).toContain('Paris');
});
