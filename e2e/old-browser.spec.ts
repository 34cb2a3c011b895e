import { expect, test } from 'playwright/test';
import { AppServer } from './fixtures/app-server.ts';
import { CatchAllProxy } from './fixtures/catch-all-proxy.ts';
import { Profile } from './fixtures/profile.ts';
import { expectedFiles, readStoredFiles } from './fixtures/stored-files.ts';
import { QuernPage } from './pages/quern-page.ts';

/**
 * The promise on a browser without WebGPU, 64-bit WebAssembly memory and JSPI: wllama's other build, from
 * this origin only. QUERN_CHROMIUM can name a browser that is old in truth.
 */
test.describe.serial('in an old browser', () => {
	const question = 'What is the capital of France?';
	let server: AppServer;
	let proxy: CatchAllProxy;
	let profile: Profile;
	let quern: QuernPage;

	const launch = async () => {
		const options = { webgpu: false, recentWasm: false, proxyPort: proxy.port };
		quern = new QuernPage(await profile.launch(options));
	};
	const keptFolders = () =>
		quern.page.evaluate(async () => {
			const requests = await (await caches.open('quern-engines')).keys();
			const folders = requests.map(({ url }) => /engines\/([^/]+)/.exec(url)?.[1]);
			return [...new Set(folders)].sort();
		});

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

	test('the starter is installed and answers', async () => {
		await quern.open(server.url);
		expect(await quern.page.evaluate(() => 'Suspending' in WebAssembly)).toBe(false);
		await quern.install();
		expect(await readStoredFiles(quern.page)).toEqual(expectedFiles('wllama'));
		await quern.ask(question);
		expect(await quern.finished(1)).toContain('Paris');
	});

	test('only the build that this browser can run is kept', async () => {
		await expect.poll(keptFolders).toEqual(['wllama', 'wllama-compat']);
		expect(server.requests.filter(({ path }) => path.includes('wllama-default'))).toEqual([]);
	});

	test('with the server stopped, the network off and the browser killed, it goes on', async () => {
		await profile.kill();
		await server.stop();
		await launch();
		await quern.page.context().setOffline(true);
		await quern.open(server.url);
		await quern.ask(question);
		expect(await quern.finished(2)).toContain('Paris');
	});

	test('not one request went to another origin', () => {
		expect(proxy.seen).toEqual([]);
	});
});
