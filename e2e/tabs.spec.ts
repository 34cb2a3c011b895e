import { expect, test, type Page } from 'playwright/test';
import { AppServer } from './fixtures/app-server.ts';
import { Profile } from './fixtures/profile.ts';
import { LONG_QUESTION, QuernPage } from './pages/quern-page.ts';

/** Two tabs of one browser, on the processor: a model is loaded once, and outlives the tab that holds it. */
test.describe.serial('two tabs', () => {
	let server: AppServer;
	let profile: Profile;
	let first: QuernPage;
	let second: QuernPage;

	/** llama.cpp runs in workers that wllama makes from blobs; nothing else does. */
	const modelsIn = ({ page }: QuernPage) =>
		page.workers().filter((worker) => worker.url().startsWith('blob:')).length;
	const openTab = async (context: ReturnType<Page['context']>) => {
		const tab = new QuernPage(await context.newPage());
		await tab.open(`${server.url}#/chat/new`);
		return tab;
	};

	test.beforeAll(async () => {
		server = await new AppServer().start();
		profile = await Profile.create();
		first = new QuernPage(await profile.launch({ webgpu: false }));
		await first.open(server.url);
		await first.install();
		await first.ask('What is the capital of France?');
		expect(await first.finished(1)).toContain('Paris');
	});
	test.afterAll(async () => {
		await profile?.remove();
		await server?.stop();
	});

	test('the second tab is answered by the model that the first has loaded', async () => {
		second = await openTab(first.page.context());
		await second.ask('What is the capital of France?');
		expect(await second.finished(1)).toContain('Paris');
		expect(modelsIn(first)).toBeGreaterThan(0);
		expect(modelsIn(second)).toBe(0);
	});

	test('a question asked meanwhile waits for its turn', async () => {
		await first.ask(LONG_QUESTION);
		await first.begun(2);
		await second.ask('What is the capital of Italy?');
		await expect(second.page.getByText(second.messages.sharing.queued({ ahead: 1 }))).toBeVisible();
		await first.button(first.messages.chat.stop).click();
		expect(await second.finished(2)).toMatch(/\S/);
		expect(modelsIn(second)).toBe(0);
	});

	test('the tab that holds the model crashes in the middle: the other goes on', async () => {
		await second.ask(LONG_QUESTION);
		await second.begun(3);
		const crashed = first.page.waitForEvent('crash');
		const session = await first.page.context().newCDPSession(first.page);
		void session.send('Page.crash').catch(() => {});
		await crashed;
		await expect(second.page.getByText(second.messages.sharing.tabEnded)).toBeVisible();
		await second.begun(3);
		await expect.poll(() => modelsIn(second)).toBeGreaterThan(0);
		await second.button(second.messages.chat.stop).click();
		await expect(second.answers.first()).toContainText('Paris');
	});

	test('the settings say which tab holds the model, and free its memory', async () => {
		const third = await openTab(second.page.context());
		await third.page.goto(`${server.url}#/settings`);
		const { sharing } = third.messages;
		await expect(
			third.page.getByText(sharing.inOtherTab({ model: 'SmolLM2' }).split(',')[1]!),
		).toBeVisible();
		await third.button(sharing.free).click();
		await expect(third.page.getByText(sharing.notLoaded)).toBeVisible();
		await expect.poll(() => modelsIn(second)).toBe(0);
	});

	test('the browser is killed during a load: the model is not loaded again unasked', async () => {
		await profile.kill();
		let page = await profile.launch({ webgpu: false });
		// The load is held up by a wrapped interface, so that the kill, which is real, falls into it.
		await page.addInitScript(() => {
			Blob.prototype.slice = () =>
				({ arrayBuffer: () => new Promise(() => {}) }) as unknown as Blob;
		});
		await page.goto(server.url);
		await expect(page.getByText(first.messages.chat.loading)).toBeVisible();
		await expect
			.poll(async () => (await page.evaluate(heldLocks)).join(' '))
			.toContain('quern:load:');
		await profile.kill();
		page = await profile.launch({ webgpu: false });
		const { errors, sharing, actions } = first.messages;
		await page.goto(server.url);
		await expect(page.getByText(errors['out-of-memory']({ reason: 'page-ended' }))).toBeVisible();
		const lessRoom = sharing.lessRoom({ tokens: 0 }).split('(')[0]!;
		await expect(page.getByRole('button', { name: lessRoom })).toBeVisible();
		await page.getByRole('button', { name: actions.retry }).click();
		const tab = new QuernPage(page);
		await tab.page.goto(`${server.url}#/chat/new`);
		await tab.ask('What is the capital of France?');
		expect(await tab.finished(1)).toContain('Paris');
		await tab.page.reload();
		await expect(tab.composer).toBeVisible();
		await expect(tab.page.getByText(sharing.lowMemory)).toBeHidden();
	});
});

/** Runs in the page. */
async function heldLocks(): Promise<string[]> {
	const { held = [] } = await navigator.locks.query();
	return held.map(({ name }) => name ?? '');
}
