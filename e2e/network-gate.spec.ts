import { randomBytes } from 'node:crypto';
import { expect, test } from 'playwright/test';
import { AppServer } from './fixtures/app-server.ts';
import { startHubServer, type HubServer } from './fixtures/hub-server.mjs';
import { hubPack, storePending } from './fixtures/pending-pack.ts';
import { Profile } from './fixtures/profile.ts';
import { readStoredFiles } from './fixtures/stored-files.ts';
import { QuernPage } from './pages/quern-page.ts';

const place = { repository: 'people/ada-1B', revision: 'a'.repeat(40) };
const files = { 'config.json': randomBytes(2000), 'weights/shard.bin': randomBytes(9_000_000) };
const manifest = hubPack(place, files);
const stored = (manifest.fileSets[0]?.files ?? [])
	.map(({ sha256, bytes }) => ({ key: sha256, sha256, bytes }))
	.sort((a, b) => a.key.localeCompare(b.key));

let server: AppServer;
let hub: HubServer;
let mirror: HubServer;
let profile: Profile;
let quern: QuernPage;

test.beforeEach(async () => {
	server = await new AppServer().start();
	hub = await startHubServer();
	mirror = await startHubServer();
	for (const host of [hub, mirror]) {
		host.publish(place.repository, place.revision, {
			'config.json': { bytes: files['config.json'] },
			'weights/shard.bin': { bytes: files['weights/shard.bin'], lfs: true },
		});
	}
	profile = await Profile.create();
	quern = new QuernPage(await profile.launch());
});
test.afterEach(async () => {
	await profile?.remove();
	await Promise.all(
		[server, hub, mirror].map((host) => ('stop' in host ? host.stop() : host.close())),
	);
});

/** Opens the app under its service worker, with an installation from the hub that was begun and is paused. */
async function openPaused(hosts: { hub: string; mirrors?: string[] }): Promise<void> {
	await quern.open(server.url);
	await quern.page.evaluate(async () => {
		await navigator.serviceWorker.ready;
		while (!navigator.serviceWorker.controller) await new Promise((r) => setTimeout(r, 50));
	});
	await begin(hosts);
}

/** An installation that was begun elsewhere; the page shows it, paused. */
async function begin(hosts: { hub: string; mirrors?: string[] }): Promise<void> {
	await storePending(quern.page, manifest);
	await setHosts(hosts);
	await quern.page.reload();
	await quern.open(`${server.url}#/models`);
	await expect(quern.page.getByText(quern.messages.models.pausedText)).toBeVisible();
}

async function setHosts({ hub: base, mirrors = [] }: { hub: string; mirrors?: string[] }) {
	await quern.page.evaluate(
		async (values) => {
			const database = await new Promise<IDBDatabase>((resolve) => {
				const request = indexedDB.open('quern-settings');
				request.onsuccess = () => resolve(request.result);
			});
			const transaction = database.transaction('settings', 'readwrite');
			for (const [key, value] of Object.entries(values)) {
				transaction.objectStore('settings').put(value, key);
			}
			await new Promise((resolve) => (transaction.oncomplete = resolve));
			database.close();
		},
		{ hub: base, mirrors },
	);
}

/** What the page gets that asks for an address by the gate. */
const ask = (address: string) =>
	quern.page.evaluate(async (url) => {
		const response = await fetch(`./gate?url=${encodeURIComponent(url)}`);
		return { status: response.status, gate: response.headers.get('X-Quern-Gate') };
	}, address);

test('a pack comes from a hub once the person says so, and from a mirror where the hub breaks', async () => {
	// Each signed address is good for one request: who kept it for the next range would be refused.
	hub.usesOfSignature = 1;
	await openPaused({ hub: hub.url, mirrors: [mirror.url] });
	expect([...hub.requests, ...mirror.requests]).toEqual([]);

	hub.cdn.script(`/${stored.find(({ bytes }) => bytes > 2000)?.key}`, [
		{},
		{},
		{ status: 403, times: 9 },
	]);
	await quern.button(quern.messages.models.resume).click();
	await expect.poll(() => readStoredFiles(quern.page), { timeout: 120_000 }).toEqual(stored);
	expect(hub.cdn.requests.length).toBeGreaterThan(1);
	expect(mirror.requests.length).toBeGreaterThan(0);
	// Nothing but the path and the range: no cookie, no referrer, nothing about the app.
	for (const { range } of hub.cdn.requests) expect(range).toMatch(/^bytes=\d+-\d+$/);
});

test('where the hub is blocked, a mirror is added inside the failure; the ledger says who was asked', async () => {
	const { hub: words, ledger, actions } = quern.messages;
	await openPaused({ hub: hub.url });
	const { host } = new URL(hub.url);
	await hub.close();
	await quern.button(quern.messages.models.resume).click();
	await expect(quern.page.getByText(words.unreachable({ host }))).toBeVisible();
	await quern.page.getByText(words.tryAnother, { exact: true }).click();
	const field = quern.page.getByRole('textbox', { name: words.mirror });
	await field.fill('no address');
	await quern.button(words.add).click();
	await expect(quern.page.getByText(words.wrong)).toBeVisible();
	await field.fill(mirror.url);
	await quern.page.screenshot({ path: 'screenshots/mirror-in-failure.png' });
	await quern.button(words.add).click();
	await expect.poll(() => readStoredFiles(quern.page), { timeout: 120_000 }).toEqual(stored);

	await quern.page.goto(`${server.url}#/ledger`);
	const page = quern.page.getByRole('main');
	await expect(page.getByText(ledger.outcomes.failed).first()).toBeVisible();
	await expect(
		page.getByText(ledger.forFile({ pack: 'Ada', file: 'config.json' })).first(),
	).toBeVisible();
	await page.getByRole('combobox').selectOption(new URL(mirror.url).host);
	await expect(page.getByText(ledger.outcomes.failed)).toHaveCount(0);
	await expect(page.getByText(new RegExp(new URL(mirror.cdn.url).host)).first()).toBeVisible();
	const saving = quern.page.waitForEvent('download');
	await quern.button(ledger.save).click();
	expect((await saving).suggestedFilename()).toMatch(/^quern-ledger-.*\.txt$/);
	await quern.button(ledger.clear).click();
	await quern.page.getByRole('dialog').getByRole('button', { name: ledger.clear }).click();
	await expect(page.getByText(ledger.empty)).toBeVisible();
	await expect(quern.button(actions.cancel)).toBeHidden();
	hub = await startHubServer();
});

test('nothing else gets out', async () => {
	await openPaused({ hub: hub.url });
	const other = new URL('/collect?text=secret', mirror.url);
	expect(await ask(other.href)).toEqual({ status: 403, gate: 'refused' });
	const file = new URL(`${place.repository}/resolve/${place.revision}/config.json`, hub.url);
	expect(await ask(`${file.href}?text=secret`)).toEqual({ status: 403, gate: 'refused' });
	expect(await ask(file.href)).toEqual({ status: 200, gate: 'passed' });

	// Not even what is allowed may be opened as a page of this origin.
	await quern.page.goto(`${server.url}gate?url=${encodeURIComponent(file.href)}`);
	expect(hub.requests).toHaveLength(1);
	expect([...mirror.requests, ...mirror.cdn.requests]).toEqual([]);
});

test('a transfer that the person stops ends outside too, also before its answer has begun', async () => {
	const { models } = quern.messages;
	const path = `/${place.repository}/resolve/${place.revision}/config.json`;
	await openPaused({ hub: hub.url });
	for (const [index, fault] of [{ silent: true }, { stall: 5 }].entries()) {
		hub.script(path, [fault]);
		await quern.button(models.resume).click();
		await expect
			.poll(() => hub.requests.filter((request) => request.path === path).length)
			.toBe(index + 1);
		const closed = hub.closedEarly(path, index + 1);
		await quern.button(models.pause).click();
		await closed;
		await expect(quern.page.getByText(models.pausedText)).toBeVisible();
	}
});

test('the browser ends the service worker in the middle of an answer: the transfer goes on where it was', async () => {
	await openPaused({ hub: hub.url });
	const shard = `/${stored.find(({ bytes }) => bytes > 2000)?.key}`;
	hub.cdn.script(shard, [{}, {}, { stall: 20_000 }]);
	await quern.button(quern.messages.models.resume).click();
	await expect.poll(() => hub.cdn.requests.length).toBe(3);
	const session = await quern.page.context().newCDPSession(quern.page);
	await session.send('ServiceWorker.enable');
	await session.send('ServiceWorker.stopAllWorkers');
	await expect.poll(() => readStoredFiles(quern.page), { timeout: 120_000 }).toEqual(stored);
	// What had come before was not asked for again.
	const [, , cut, next] = hub.cdn.requests.map(({ range }) => first(range));
	expect(next).toBe(cut);
	// The ledger does not know how the answer ended that it lost; all others stand there as done.
	await quern.page.goto(`${server.url}#/ledger`);
	const { ledger } = quern.messages;
	await expect(quern.page.getByText(ledger.outcomes.open)).toHaveCount(1);
});

test('on a plain host that sends no headers a pack comes from a hub too', async () => {
	await server.stop();
	server = await new AppServer({ secure: false }).start();
	// Its service worker reloads the page once, to add the headers.
	await quern.open(server.url);
	await quern.page.waitForFunction(() => crossOriginIsolated);
	await openPaused({ hub: hub.url });
	await quern.button(quern.messages.models.resume).click();
	await expect.poll(() => readStoredFiles(quern.page), { timeout: 120_000 }).toEqual(stored);
});

test('whoever serves Quern closes the gate by a policy on its script: whom to ask is said', async () => {
	server.fault = ({ url }, response) => {
		if (url?.endsWith('/sw.js'))
			response.setHeader('Content-Security-Policy', "connect-src 'self'");
		return false;
	};
	await openPaused({ hub: hub.url });
	await quern.button(quern.messages.models.resume).click();
	const words = quern.messages.errors.offline({ reason: 'gate-closed' });
	await expect(quern.page.getByText(words)).toBeVisible();
	expect([...hub.requests, ...hub.cdn.requests]).toEqual([]);
});

test('without a service worker there is no gate: nothing leaves, and the next step is said', async () => {
	server.fault = ({ url }, response) => {
		if (!url?.endsWith('/sw.js')) return false;
		response.writeHead(404).end();
		return true;
	};
	await quern.open(server.url);
	await begin({ hub: hub.url });
	await quern.button(quern.messages.models.resume).click();
	const words = quern.messages.errors.offline({ reason: 'no-gate' });
	await expect(quern.page.getByText(words)).toBeVisible();
	expect([...hub.requests, ...hub.cdn.requests]).toEqual([]);
	expect(await quern.page.evaluate(() => navigator.serviceWorker.controller)).toBe(null);
});

/** The first byte that a Range header asks for. */
function first(range: string | undefined): number {
	return Number(/^bytes=(\d+)-/.exec(range ?? '')?.[1]);
}
