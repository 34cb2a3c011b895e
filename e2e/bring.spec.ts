import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import {
	entriesOf,
	quernFile,
	testFile,
	testManifest,
} from '../src/packs/carry/testing/quern-file.ts';
import { openAppInBrowser } from './fixtures/app-in-browser.ts';
import { dist } from './fixtures/app-server.ts';
import { QuernPage } from './pages/quern-page.ts';

/** One's own model, by ways other than the picker. */
test.describe.serial('brought along', () => {
	const app = openAppInBrowser();
	let folder: string;

	/** The starter as a folder in MLC's layout, with a program that works and that Quern does not know. */
	test.beforeAll(async () => {
		folder = join(await mkdtemp(join(tmpdir(), 'quern-')), 'Miller-q4_1-MLC');
		await mkdir(folder);
		const names = ['mlc-chat-config.json', 'tensor-cache.json', 'tokenizer.json'];
		const shards = Array.from({ length: 6 }, (_, i) => `params_shard_${i}.bin`);
		for (const name of [...names, ...shards]) {
			await copyFile(join(dist, 'packs/smollm2-135m-instruct', name), join(folder, name));
		}
		const library = 'libraries/smollm2-135m-instruct.q4_1.barrier-free.f32.wasm';
		const customSection = Buffer.from([0, 5, 4, ...Buffer.from('mine')]);
		const bytes = Buffer.concat([await readFile(join(dist, library)), customSection]);
		await writeFile(join(folder, 'miller.wasm'), bytes);
	});
	test.afterAll(() => rm(join(folder, '..'), { recursive: true, force: true }));

	test('a file that another app shares waits for a yes', async () => {
		const context = await app.browser.newContext();
		const quern = new QuernPage(await context.newPage());
		const { bring, models } = quern.messages;
		await quern.open(app.server.url);
		await quern.page.evaluate(() => navigator.serviceWorker.ready);

		const model = await testFile('model.bin', 'weights');
		const manifest = testManifest([model], { name: 'From afar' });
		const file = await quernFile({ quern: 1, engine: 'wllama', manifest }, entriesOf([model]));
		// What the system does when a person picks Quern in the list of apps to share with.
		const sender = await context.newPage();
		await sender.setContent(
			`<form method="post" enctype="multipart/form-data" action="${app.server.url}share-target">
				<input type="file" name="file"><button>Share</button>
			</form>`,
		);
		await sender.setInputFiles('input', {
			name: 'آسیاب.quern',
			mimeType: 'application/octet-stream',
			buffer: Buffer.from(await file.arrayBuffer()),
		});
		await sender.click('button');
		const receiver = new QuernPage(sender);
		const waiting = bring.offered({ name: 'آسیاب.quern', bytes: file.size });
		await expect(sender.getByText(waiting)).toBeVisible();
		expect(app.server.requests.filter(({ path }) => path.includes('share-target'))).toEqual([]);
		await receiver.button(bring.offeredAccept).click();
		await expect(receiver.composer).toBeVisible();
		await sender.goto(`${app.server.url}#/models`);
		await expect(sender.getByRole('heading', { name: 'From afar' })).toBeVisible();
		await expect(sender.getByText(waiting)).not.toBeVisible();
		await expect(receiver.button(models.importChoose)).toBeVisible();
		await context.close();
	});

	test('a folder that is dropped answers, once the person trusts its program', async () => {
		const page = await (await app.browser.newContext()).newPage();
		const quern = new QuernPage(page);
		const { bring, models } = quern.messages;
		await quern.open(app.server.url);
		await expect(quern.button(models.importChoose)).toBeEnabled();

		const protocol = await page.context().newCDPSession(page);
		const data = { items: [], files: [folder], dragOperationsMask: 1 };
		for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
			await protocol.send('Input.dispatchDragEvent', { type, x: 200, y: 200, data });
		}
		await expect(page.getByText(bring.libraryNotImported)).toBeVisible();
		await quern.button(bring.libraryDecide).click();
		await quern.button(bring.libraryTrust).click();
		await quern.expectInstalled();
		await quern.ask('What is the capital of France?');
		expect(await quern.finished(1)).toContain('Paris');
		expect(app.server.packRequests).toEqual([]);
	});
});
