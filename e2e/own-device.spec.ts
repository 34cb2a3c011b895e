import { expect, test } from 'playwright/test';
import { AppServer } from './fixtures/app-server.ts';
import { CatchAllProxy } from './fixtures/catch-all-proxy.ts';
import { Profile } from './fixtures/profile.ts';
import { expectedFiles, readStoredFiles } from './fixtures/stored-files.ts';
import { LONG_QUESTION, QuernPage } from './pages/quern-page.ts';

/**
 * The whole promise, once on WebGPU (Chromium's software adapter, through WebLLM) and once on the processor
 * (wllama), with the real weights: install, ask, pull the plug, kill the browser, open it again and go on.
 */
for (const engine of ['web-llm', 'wllama'] as const) {
	test.describe.serial(`on ${engine}`, () => {
		const launch = { webgpu: engine === 'web-llm' };
		let server: AppServer;
		let proxy: CatchAllProxy;
		let profile: Profile;
		let quern: QuernPage;

		const relaunch = async () => {
			quern = new QuernPage(await profile.launch({ ...launch, proxyPort: proxy.port }));
		};

		test.beforeAll(async () => {
			server = await new AppServer().start();
			proxy = await new CatchAllProxy().start();
			profile = await Profile.create();
			await relaunch();
		});
		test.afterAll(async () => {
			await profile?.remove();
			await server?.stop();
			await proxy?.stop();
		});

		test('the starter is installed with one tap, and only the files that this device needs', async () => {
			await quern.open(server.url);
			await quern.install();
			expect(await readStoredFiles(quern.page)).toEqual(expectedFiles(engine));
			const isForProcessor = server.packRequests.map(({ path }) => path.endsWith('.gguf'));
			expect(new Set(isForProcessor)).toEqual(new Set([engine === 'wllama']));
		});

		test('it answers, greedily, that the capital of France is Paris', async () => {
			await quern.ask('What is the capital of France?');
			expect(await quern.finished(1)).toContain('Paris');
		});

		test('Stop ends an answer and keeps its text; another one can be had', async () => {
			const { chat } = quern.messages;
			await quern.ask(LONG_QUESTION);
			await quern.begun(2);
			await quern.button(chat.stop).click();
			await expect(quern.lastAnswer).toHaveAttribute('aria-busy', 'false');
			await expect(quern.lastAnswer).toContainText(chat.stopped);
			const kept = await quern.lastAnswer.locator('[dir="auto"]').innerText();
			await quern.page.reload();
			await expect(quern.lastAnswer).toContainText(kept);
			await quern.lastAnswer.getByRole('button', { name: chat.answerAgain }).click();
			await quern.begun(2);
			await quern.button(chat.stop).click();
		});

		if (engine === 'web-llm') {
			test('the GPU process crashes in the middle of an answer: the engine is back by itself', async () => {
				const { chat } = quern.messages;
				await quern.page.reload();
				await quern.lastAnswer.getByRole('button', { name: chat.answerAgain }).click();
				await quern.begun(2);
				await profile.crashGpu();
				await expect(quern.page.getByText(chat.restarted)).toBeVisible({ timeout: 120_000 });
				await quern.begun(2);
				await quern.button(chat.stop).click();
				await expect(quern.answers.first()).toContainText('Paris');
			});
		}

		test('with the server stopped, the network off and the browser killed, it goes on', async () => {
			const { chat } = quern.messages;
			await quern.ask(LONG_QUESTION);
			await quern.begun(3);
			await profile.kill();
			await server.stop();
			await relaunch();
			await quern.page.context().setOffline(true);
			await quern.open(server.url);
			await expect(quern.answers).toHaveCount(3);
			await expect(quern.answers.first()).toContainText('Paris');
			await expect(quern.lastAnswer).toContainText(chat.interrupted);
			await quern.ask('How does it end?');
			await quern.begun(4);
			await quern.button(chat.stop).click();
			await quern.page.goto(`${server.url}#/chat/new`);
			await quern.ask('What is the capital of France?');
			expect(await quern.finished(1)).toContain('Paris');
		});

		test('not one request went to another origin', () => {
			expect(proxy.seen).toEqual([]);
			expect(server.requests.length).toBeGreaterThan(10);
		});
	});
}
