import { appendFile, cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { AppServer, dist } from './fixtures/app-server.ts';
import { Profile } from './fixtures/profile.ts';
import { expectedFiles, readStoredFiles } from './fixtures/stored-files.ts';
import { LONG_QUESTION, QuernPage } from './pages/quern-page.ts';

/** A copy of the built folder in a subfolder of a plain static host that sends no headers of ours. */
test.describe.serial('on a plain static host', () => {
	let root: string;
	let server: AppServer;
	let profile: Profile;
	let quern: QuernPage;
	const app = () => `${server.url}people/ada/quern/`;

	test.beforeAll(async () => {
		root = await mkdtemp(join(tmpdir(), 'quern-host-'));
		const copy = join(root, 'people/ada/quern');
		const packs = join(dist, 'packs');
		await cp(dist, copy, { recursive: true, filter: (source) => !source.startsWith(packs) });
		await symlink(packs, join(copy, 'packs'));
		server = await new AppServer({ root, secure: false }).start();
		profile = await Profile.create();
		quern = new QuernPage(await profile.launch());
	});
	test.afterAll(async () => {
		await profile?.remove();
		await server?.stop();
		await rm(root, { recursive: true, force: true });
	});

	test('the service worker isolates the page and the policy stands', async () => {
		await quern.open(app());
		await expect.poll(() => quern.page.evaluate(() => crossOriginIsolated)).toBe(true);
		await expect(quern.getModel).toBeVisible();
		const escaped = await quern.page.evaluate(() =>
			fetch('http://127.0.0.1:9/').then(
				() => true,
				() => false,
			),
		);
		const violations = await quern.page.evaluate(
			() =>
				new Promise<string>((resolve) => {
					addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective));
					void fetch('http://127.0.0.1:9/').catch(() => {});
				}),
		);
		expect(escaped).toBe(false);
		expect(violations).toBe('connect-src');
	});

	test('the model installs and answers', async () => {
		await quern.install();
		expect(await readStoredFiles(quern.page)).toEqual(expectedFiles('web-llm'));
		await quern.ask('What is the capital of France?');
		expect(await quern.finished(1)).toContain('Paris');
		expect(await quern.page.evaluate(() => crossOriginIsolated)).toBe(true);
	});

	test('worker scripts carry the policy too', async () => {
		const policies = await quern.page.evaluate(async () => {
			const entries = performance.getEntriesByType('resource').map(({ name }) => name);
			const scripts = [...new Set(entries)].filter((name) => /worker-[^/]*\.js$/.test(name));
			const responses = await Promise.all(scripts.map((script) => fetch(script)));
			return responses.map(({ headers }) => headers.get('Content-Security-Policy'));
		});
		expect(policies.length).toBeGreaterThan(0);
		for (const policy of policies) expect(policy).toContain("connect-src 'self'");
	});

	test('a new version is offered, not forced, and waits for an answer in work', async () => {
		const { app: words, chat } = quern.messages;
		await appendFile(join(root, 'people/ada/quern/sw.js'), '\n// another version\n');
		await quern.ask(LONG_QUESTION);
		await quern.begun(2);
		await quern.page.evaluate(async () => {
			await (await navigator.serviceWorker.ready).update();
		});
		await expect(quern.page.getByText(words.updateWaits)).toBeVisible();
		await quern.button(chat.stop).click();
		const reloaded = quern.page.waitForEvent('load');
		await quern.button(words.updateNow).click();
		await reloaded;
		await expect(quern.answers).toHaveCount(2);
		await expect(quern.page.getByText(words.updateReady)).toBeHidden();
	});
});
