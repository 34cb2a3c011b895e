import { expect, test } from 'playwright/test';
import type { Engine } from '../src/engines/engine.ts';
import en from '../src/i18n/locales/en.ts';
import minilm from '../src/packs/catalogue/all-minilm-l6-v2.json' with { type: 'json' };
import { bytesOf, fileSetFor, parseManifest } from '../src/packs/manifest.ts';
import { AppServer } from './fixtures/app-server.ts';
import { CatchAllProxy } from './fixtures/catch-all-proxy.ts';
import { Profile } from './fixtures/profile.ts';
import { readStoredFiles } from './fixtures/stored-files.ts';
import { QuernPage } from './pages/quern-page.ts';

const embeddingPack = parseManifest(minilm);
const set = fileSetFor(embeddingPack, 'transformers');

/**
 * The built app's transformers.js engine under the real security policy. No place in the app embeds anything
 * yet, so that the test takes the engine out of the app's own code, as that place will.
 */
test.describe.serial('the embedding pack', () => {
	let server: AppServer;
	let proxy: CatchAllProxy;
	let profile: Profile;
	let quern: QuernPage;

	const launch = async () => {
		quern = new QuernPage(await profile.launch({ webgpu: false, proxyPort: proxy.port }));
	};

	test.beforeAll(async () => {
		server = await new AppServer().start();
		proxy = await new CatchAllProxy().start();
		profile = await Profile.create();
		await launch();
	});
	test.afterAll(async () => {
		await profile?.remove();
		await server?.stop();
		await proxy?.stop();
	});

	test('is installed beside the model that chats, file by file', async () => {
		await quern.open(server.url);
		await quern.install();
		await quern.page.goto(`${server.url}#/models`);
		await quern.button(en.models.get({ bytes: bytesOf(set) })).click();
		await expect(quern.page.getByText(en.backends.untried)).toBeVisible({ timeout: 60_000 });
		const stored = (await readStoredFiles(quern.page)).map(({ sha256 }) => sha256);
		expect(stored).toEqual(expect.arrayContaining(set.files.map(({ sha256 }) => sha256)));
	});

	test('brings its engine’s code along, in one build', async () => {
		const kept = () =>
			quern.page.evaluate(async () => {
				const requests = await (await caches.open('quern-engines')).keys();
				const own = requests.filter(({ url }) => url.includes('/transformers/'));
				return own.map(({ url }) => /\.\w+$/.exec(url)?.[0]).sort();
			});
		await expect.poll(kept, { timeout: 60_000 }).toEqual(['.js', '.mjs', '.wasm']);
	});

	test('embeds with the server stopped, the network off and the browser killed', async () => {
		await profile.kill();
		await server.stop();
		await launch();
		await quern.page.context().setOffline(true);
		await quern.open(`${server.url}#/models`);
		await expect(quern.page.getByText(en.backends.untried)).toBeVisible();
		const products = await quern.page.evaluate(
			async ({ manifest, texts }) => {
				type EngineClass = new () => Engine;
				const isEngine = (value: unknown): value is EngineClass =>
					typeof value === 'function' && 'embed' in ((value.prototype as object | undefined) ?? {});
				const scripts = performance
					.getEntriesByType('resource')
					.map(({ name }) => name)
					.filter((name) => /\/assets\/engine-[^/]+\.js$/.test(name));
				const modules = await Promise.all(scripts.map((url) => import(url)));
				const found = modules.flatMap((module) => Object.values(module as object)).find(isEngine);
				const engine = new found!();
				const pack = { manifest, engine: 'transformers', installedAt: 0 } as const;
				for await (const progress of engine.load(pack)) void progress;
				const [first, ...others] = await engine.embed!(texts);
				return others.map((other) => other.reduce((sum, value, i) => sum + value * first![i]!, 0));
			},
			{
				manifest: embeddingPack,
				texts: ['The dog barked all night.', 'A hound was howling.', 'Tax is due in April.'],
			},
		);
		expect(products[0]).toBeGreaterThan(0.4);
		expect(products[1]).toBeLessThan(0.2);
	});

	test('not one request went to another origin', () => {
		expect(proxy.seen).toEqual([]);
	});
});
