import { join } from 'node:path';
import { expect, test, type Page } from 'playwright/test';
import { openAppInBrowser } from './fixtures/app-in-browser.ts';
import { dist } from './fixtures/app-server.ts';
import { expectedFiles, readStoredFiles } from './fixtures/stored-files.ts';
import { QuernPage } from './pages/quern-page.ts';

/** From one person's device to another's, in a file, when the server has no model any more. */
test.describe.serial('carried in a file', () => {
	const app = openAppInBrowser();
	let file: string;

	/** A device that has never been here before. */
	const newDevice = async (): Promise<Page> => (await app.browser.newContext()).newPage();

	test('an installed model is saved as one file', async () => {
		const quern = new QuernPage(await newDevice());
		// As in Firefox and Safari; a headless browser cannot show the dialogue either.
		await quern.page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
		const { models } = quern.messages;
		await quern.open(app.server.url);
		await quern.install();
		await quern.page.goto(`${app.server.url}#/models`);
		const download = quern.page.waitForEvent('download');
		await quern.button(models.export).click();
		expect((await download).suggestedFilename()).toBe('smollm2-135m-instruct-web-llm.quern');
		file = await (await download).path();
		await expect(quern.page.getByText(/\.quern/).first()).toBeVisible();
	});

	test('another device imports it without the server’s packs, and answers', async () => {
		app.server.fault = ({ url }, response) => {
			if (!(url ?? '').includes('/packs/')) return false;
			response.writeHead(404).end();
			return true;
		};
		const requestsBefore = app.server.packRequests.length;
		const quern = new QuernPage(await newDevice());
		await quern.open(app.server.url);
		const chooser = quern.page.waitForEvent('filechooser');
		await quern.button(quern.messages.models.importChoose).click();
		await (await chooser).setFiles(file);
		await quern.expectInstalled();
		expect(await readStoredFiles(quern.page)).toEqual(expectedFiles('web-llm'));
		await quern.ask('What is the capital of France?');
		expect(await quern.finished(1)).toContain('Paris');
		expect(app.server.packRequests.length).toBe(requestsBefore);
	});

	test('a GGUF file of one’s own runs on the processor', async () => {
		const quern = new QuernPage(await newDevice());
		await quern.open(app.server.url);
		const chooser = quern.page.waitForEvent('filechooser');
		await quern.button(quern.messages.models.importChoose).click();
		await (await chooser).setFiles(join(dist, 'packs/smollm2-135m-instruct/model.gguf'));
		await quern.expectInstalled();
		expect(await readStoredFiles(quern.page)).toEqual(expectedFiles('wllama'));
		await quern.ask('What is the capital of France?');
		expect(await quern.finished(1)).toContain('Paris');
	});
});
