import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { expect, test } from 'playwright/test';
import starterPack from '../src/packs/catalogue/smollm2-135m-instruct.json' with { type: 'json' };
import { openAppInBrowser } from './fixtures/app-in-browser.ts';
import { CatchAllProxy } from './fixtures/catch-all-proxy.ts';
import { Profile } from './fixtures/profile.ts';
import { expectedFiles, readStoredFiles } from './fixtures/stored-files.ts';
import { QuernPage } from './pages/quern-page.ts';

const run = promisify(execFile);

/** The two ways that the README names, as a person types them. */
const commands = [
	['node', 'serve.mjs'],
	['python3', 'serve.py'],
] as const;

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	return port;
}

/** The app's folder on another computer: unpacked by another program, started by one command. */
test.describe.serial('taken along', () => {
	const app = openAppInBrowser();
	let folder: string;
	let proxy: CatchAllProxy;
	let profile: Profile;
	let quern: QuernPage;
	let server: ChildProcess | undefined;

	test.beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'quern-stick-'));
		proxy = await new CatchAllProxy().start();
		profile = await Profile.create();
	});
	test.afterAll(async () => {
		server?.kill();
		await profile?.remove();
		await proxy?.stop();
		await rm(folder, { recursive: true, force: true });
	});

	test('the app and a model are written to one file, which other programs unpack', async () => {
		const giver = new QuernPage(await (await app.browser.newContext()).newPage());
		const { page, messages } = giver;
		await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
		await giver.open(`${app.server.url}#/models/wllama`);
		await giver.install();
		await page.goto(`${app.server.url}#/models`);
		await page.getByRole('link', { name: messages.places.take }).click();
		const download = page.waitForEvent('download');
		await page.getByRole('button', { name: /98/ }).click();
		expect((await download).suggestedFilename()).toBe('quern.zip');
		await run('python3', ['-m', 'zipfile', '-e', await (await download).path(), folder]);
		expect((await readdir(join(folder, 'quern'))).sort()).toEqual([
			'LICENCES.txt',
			...['ar', 'en', 'fa', 'fr', 'zh'].map((tag) => `README.${tag}.txt`),
			'app',
			'headers.json',
			'serve.mjs',
			'serve.py',
		]);
		const licences = await readFile(join(folder, 'quern/LICENCES.txt'), 'utf8');
		expect(licences).toContain('Apache License');
		await app.server.stop();
		quern = new QuernPage(await profile.launch({ webgpu: false, proxyPort: proxy.port }));
	});

	for (const [command, script] of commands) {
		test(`“${command} ${script}” starts it without a network; the model is installed and answers`, async () => {
			const port = await freePort();
			server = spawn(command, [script], {
				cwd: join(folder, 'quern'),
				env: { ...process.env, PORT: String(port) },
				stdio: ['ignore', 'pipe', 'inherit'],
			});
			const [line] = (await once(createInterface({ input: server.stdout! }), 'line')) as [string];
			const url = `http://localhost:${port}/`;
			expect(line).toContain(url);
			await expectGoodServer(url);

			await quern.open(url);
			const { take } = quern.messages;
			await expect(quern.page.getByText(take.carriedText)).toBeVisible();
			await expect(quern.getModel).toHaveCount(0);
			const [file] = starterPack.fileSets.find(({ engine }) => engine === 'wllama')!.files;
			const { name } = starterPack;
			await quern.button(take.install({ name, bytes: file!.bytes })).click();
			await quern.expectInstalled();
			expect(await readStoredFiles(quern.page)).toEqual(expectedFiles('wllama'));
			await quern.ask('What is the capital of France?');
			expect(await quern.finished(1)).toContain('Paris');
			expect(await quern.page.evaluate(() => crossOriginIsolated)).toBe(true);
			server.kill();
			await once(server, 'exit');
			server = undefined;
		});
	}

	test('nobody else was asked for anything', () => {
		expect(proxy.seen).toEqual([]);
	});
});

/** What browsers need of a server, and that it hands out nothing but the app. */
async function expectGoodServer(url: string): Promise<void> {
	const page = await fetch(url);
	expect(page.headers.get('content-security-policy')).toContain("connect-src 'self'");
	expect(page.headers.get('cross-origin-embedder-policy')).toBe('require-corp');
	const worker = await fetch(`${url}sw.js`);
	expect(worker.headers.get('content-security-policy')).toBeNull();
	expect(worker.headers.get('content-type')).toContain('text/javascript');
	const model = `${url}packs/${starterPack.id}/model.gguf`;
	const part = await fetch(model, { headers: { Range: 'bytes=4-7' } });
	expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 4]);
	expect(part.headers.get('content-range')).toMatch(/^bytes 4-7\/\d+$/);
	expect((await fetch(model, { headers: { Range: 'bytes=999999999-' } })).status).toBe(416);
	for (const path of ['nothing', '..%2fheaders.json', '%2e%2e/headers.json', 'packs/']) {
		expect((await fetch(url + path)).status, path).toBe(404);
	}
	const script = await fetch(`${url}take-along/serve.mjs`);
	expect(script.headers.get('content-type')).toContain('text/javascript');
}
