import { join } from 'node:path';
import { expect, test, type Page } from 'playwright/test';
import starterPack from '../src/packs/catalogue/smollm2-135m-instruct.json' with { type: 'json' };
import { AppServer } from './fixtures/app-server.ts';
import { emptyFilm, filmOf } from './fixtures/camera-film.ts';
import { CatchAllProxy } from './fixtures/catch-all-proxy.ts';
import { Profile } from './fixtures/profile.ts';
import { expectedFiles, readStoredFiles } from './fixtures/stored-files.ts';
import { HandPage } from './pages/hand-page.ts';

const [model] = expectedFiles('wllama');
const MB = 1024 * 1024;

/** Counts what the page sends to other devices, and calls `atHalf` once half a model has gone. */
async function countSent(page: Page, atHalf: () => Promise<void>): Promise<() => Promise<number>> {
	await page.exposeFunction('atHalf', atHalf);
	await page.addInitScript((half) => {
		const counter = globalThis as unknown as { sent: number; atHalf(): void };
		counter.sent = 0;
		const { send } = RTCDataChannel.prototype;
		RTCDataChannel.prototype.send = function (data: never) {
			const bytes = (data as unknown as Uint8Array).byteLength ?? 0;
			if (counter.sent < half && counter.sent + bytes >= half) counter.atHalf();
			counter.sent += bytes;
			send.call(this, data);
		};
	}, model!.bytes / 2);
	return () => page.evaluate(() => (globalThis as unknown as { sent: number }).sent);
}

/**
 * Two browsers, each its own process with its own profile, and a model that goes from one to the other: nothing
 * but the two codes is carried over, one before the other's camera and one as text.
 */
test.describe.serial('from device to device', () => {
	let server: AppServer;
	let proxy: CatchAllProxy;
	let giverProfile: Profile;
	let takerProfile: Profile;
	let giver: HandPage;
	let taker: HandPage;
	let film: string;
	let sent: () => Promise<number>;

	const launchTaker = async () => {
		const options = { webgpu: false, proxyPort: proxy.port, cameraFilm: film };
		taker = new HandPage(await takerProfile.launch(options));
	};

	/** The first code before the taker's camera, the second as text, the number compared, and a yes. */
	const connect = async () => {
		const { hand } = taker.messages;
		await giver.beginToPassOn(server.url);
		await filmOf(giver.qrCode, film);
		await taker.page.goto(`${server.url}#/hand/receive`);
		await taker.button(hand.scan).click();
		await giver.paste(await taker.code());
		await expect(taker.number).toBeVisible();
		expect(await giver.number.innerText()).toBe(await taker.number.innerText());
		await expect(giver.page.getByText(hand.waitingForYes)).toBeVisible();
		await expect(taker.page.getByText('Apache-2.0')).toBeVisible();
		await taker.button(hand.accept).click();
	};

	test.beforeAll(async () => {
		server = await new AppServer().start();
		proxy = await new CatchAllProxy().start();
		[giverProfile, takerProfile] = [await Profile.create(), await Profile.create()];
		film = join(takerProfile.folder, 'camera.y4m');
		await emptyFilm(film);
		giver = new HandPage(await giverProfile.launch({ webgpu: false, proxyPort: proxy.port }));
		await launchTaker();
	});
	test.afterAll(async () => {
		await giverProfile?.remove();
		await takerProfile?.remove();
		await server?.stop();
		await proxy?.stop();
	});

	test('the other browser is killed in the middle: whoever passes on is told, and the part is kept', async () => {
		await giver.open(server.url);
		await giver.install();
		// From now on the model cannot be had from the server.
		server.fault = ({ url }, response) => {
			if (!(url ?? '').includes('/packs/')) return false;
			response.writeHead(404).end();
			return true;
		};
		let isKilled = () => {};
		const killed = new Promise<void>((resolve) => (isKilled = resolve));
		sent = await countSent(giver.page, () => takerProfile.kill().then(isKilled));
		await giver.page.reload();
		await taker.open(server.url);
		await connect();
		await killed;
		await expect(giver.page.getByText(giver.messages.hand.failed)).toBeVisible({
			timeout: 120_000,
		});
		const firstSent = await sent();
		expect(firstSent).toBeGreaterThan(model!.bytes / 2);
		expect(firstSent).toBeLessThan(model!.bytes * 0.9);

		await launchTaker();
		await taker.page.goto(`${server.url}#/hand/receive`);
		await expect(taker.button(taker.messages.hand.dropUnfinished)).toBeVisible();
	});

	test('with new codes it goes on: at most a window more is sent, and each byte is right', async () => {
		await connect();
		const { hand } = giver.messages;
		const { name } = starterPack;
		await expect(taker.page.getByText(hand.taken({ name }))).toBeVisible({ timeout: 180_000 });
		await expect(giver.page.getByText(hand.passedOn({ name }))).toBeVisible();
		// The page that passes on is still the same one, and has counted on.
		const all = await sent();
		expect(all).toBeGreaterThan(model!.bytes);
		expect(all).toBeLessThan(model!.bytes + 5 * MB);
		expect(await readStoredFiles(taker.page)).toEqual(expectedFiles('wllama'));
	});

	test('the model answers on the device that never fetched it', async () => {
		await taker.page.getByRole('link', { name: taker.messages.models.chat }).click();
		await taker.ask('What is the capital of France?');
		expect(await taker.finished(1)).toContain('Paris');
	});

	test('nothing was asked of anyone else', () => {
		expect(proxy.seen).toEqual([]);
	});
});
