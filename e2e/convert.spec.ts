import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { openAppInBrowser } from './fixtures/app-in-browser.ts';
import { dist } from './fixtures/app-server.ts';
import { writeRecodedGguf } from './fixtures/recoded-gguf.ts';
import { QuernPage } from './pages/quern-page.ts';

const QUESTION = 'What is the capital of France?';
const ANSWER = 'The capital of France is Paris';

/** A GGUF file of one's own: first on the processor as it is, then converted for the graphics chip, in one sitting. */
test.describe.serial('a GGUF file of one’s own, converted for the graphics chip', () => {
	const app = openAppInBrowser();
	let folder: string;

	test.beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'gguf-'))));
	test.afterAll(() => rm(folder, { recursive: true, force: true }));

	/** Imports the file, and returns the page and a way to ask the model that answers now. */
	const imported = async (type: 'Q4_0' | 'Q8_0') => {
		const file = join(folder, `my-${type}.gguf`);
		await writeRecodedGguf(join(dist, 'packs/smollm2-135m-instruct/model.gguf'), file, type);
		const quern = new QuernPage(await (await app.browser.newContext()).newPage());
		await quern.open(app.server.url);
		const chooser = quern.page.waitForEvent('filechooser');
		await quern.button(quern.messages.models.importChoose).click();
		await (await chooser).setFiles(file);
		await quern.expectInstalled();
		return quern;
	};

	const convert = async ({ page, messages }: QuernPage) => {
		await page.goto(`${app.server.url}#/models`);
		await page.getByRole('button', { name: messages.conversion.convert, exact: true }).click();
		await expect(page.getByText(messages.conversion.converted)).toBeVisible({ timeout: 120_000 });
	};

	/** Asks anew, and stops the answer once it has come to the point. */
	const askOnTheGpu = async (quern: QuernPage) => {
		await quern.page.goto(`${app.server.url}#/chat/new`);
		await quern.ask(QUESTION);
		await expect(quern.lastAnswer).toContainText(ANSWER, { timeout: 240_000 });
		const stop = quern.button(quern.messages.chat.stop);
		if (await stop.isVisible()) await stop.click();
	};

	test('Q4_0 loses nothing, and the graphics chip answers as the processor did', async () => {
		const quern = await imported('Q4_0');
		await quern.ask(QUESTION);
		expect(await quern.finished(1)).toContain(ANSWER);
		const before = app.server.packRequests.length;
		await quern.page.goto(`${app.server.url}#/models`);
		await expect(quern.page.getByText(quern.messages.conversion.exact)).toBeVisible();
		await convert(quern);
		await askOnTheGpu(quern);
		expect(app.server.packRequests.length).toBe(before);
		await quern.page.context().close();
	});

	test('Q8_0 loses something, which is measured and told before', async () => {
		const quern = await imported('Q8_0');
		await quern.page.goto(`${app.server.url}#/models`);
		const [beforeNumber] = quern.messages.conversion.lost({ error: 0 }).split('0%');
		await expect(quern.page.getByText(beforeNumber!)).toBeVisible();
		await convert(quern);
		await askOnTheGpu(quern);
		await quern.page.context().close();
	});
});
