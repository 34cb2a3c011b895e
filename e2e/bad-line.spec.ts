import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import type { ErrorCode, ErrorData } from '../src/lib/errors.ts';
import { AppServer, dist, type Fault } from './fixtures/app-server.ts';
import { Profile } from './fixtures/profile.ts';
import { expectedFiles, readStoredFiles } from './fixtures/stored-files.ts';
import { QuernPage } from './pages/quern-page.ts';

const CHUNK = 4 * 1024 * 1024;
const files = expectedFiles('web-llm');
const packBytes = files.reduce((sum, { bytes }) => sum + bytes, 0);

let server: AppServer;
let profile: Profile;
let quern: QuernPage;

test.beforeEach(async () => {
	server = await new AppServer().start();
	profile = await Profile.create();
	quern = new QuernPage(await profile.launch());
});
test.afterEach(async () => {
	await profile?.remove();
	await server?.stop();
});

/** The bytes that the requests for packs asked for. */
const bytesAsked = () =>
	server.packRequests.reduce((sum, { range }) => {
		const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? [];
		return sum + (first && last ? Number(last) - Number(first) + 1 : 0);
	}, 0);

const isForPack = (url = '') => url.includes('/packs/');

/** Lets `count` requests for packs through and holds those after, until they are cut by what the test does. */
function holdAfter(count: number): Promise<void> {
	return new Promise((held) => {
		let seen = 0;
		server.fault = ({ url }) => {
			if (!isForPack(url) || ++seen <= count) return false;
			held();
			return true;
		};
	});
}

/** Breaks the first connection for the second shard inside a range; then as `holdAfter`. */
function breakThenHold(count: number): Promise<void> {
	return new Promise((held) => {
		server.fault = ({ url, headers }, response) => {
			if (!url?.endsWith('params_shard_1.bin')) return false;
			const [, first, last] = /bytes=(\d+)-(\d+)/.exec(headers.range ?? '') ?? [];
			response.writeHead(206, {
				'Content-Length': Number(last) - Number(first) + 1,
				'Content-Range': `bytes ${first}-${last}/16727040`,
			});
			response.write(Buffer.alloc(1000), () => response.destroy());
			void holdAfter(count).then(held);
			return true;
		};
	});
}

test('cut three times, the download ends with the same digests and little fetched twice', async () => {
	const { models } = quern.messages;
	await quern.open(server.url);

	// First: the connection breaks inside a range. It goes on by itself.
	const goneOn = breakThenHold(4);
	await quern.getModel.click();
	await goneOn;

	// Second: the tab is closed in the middle; opened again, it says where it was.
	await quern.page.goto('about:blank');
	server.fault = undefined;
	await quern.open(`${server.url}#/models`);
	await expect(quern.page.getByText(models.pausedText)).toBeVisible();

	// Third: the battery is empty.
	const held = holdAfter(5);
	await quern.button(models.resume).click();
	await held;
	await profile.kill();
	server.fault = undefined;
	quern = new QuernPage(await profile.launch());
	await quern.open(`${server.url}#/models`);
	await quern.button(models.resume).click();
	await quern.expectInstalled();

	expect(await readStoredFiles(quern.page)).toEqual(files);
	expect(bytesAsked() - packBytes).toBeLessThanOrEqual(3 * CHUNK);
});

/** Answers every request for a weights shard with `body`. */
const inPlaceOfShards =
	(type: string, body: (path: string, first: number, last: number) => Promise<Buffer>): Fault =>
	({ url, headers }, response) => {
		const path = new URL(url ?? '', server.url).pathname;
		if (!path.endsWith('params_shard_2.bin')) return false;
		const [, first = 0, last = 0] = /bytes=(\d+)-(\d+)/.exec(headers.range ?? '') ?? [];
		void body(path, Number(first), Number(last)).then((bytes) => {
			const isPage = type === 'text/html';
			response.writeHead(isPage ? 200 : 206, {
				'Content-Type': type,
				'Content-Length': bytes.length,
				...(!isPage && { 'Content-Range': `bytes ${first}-${last}/16625664` }),
			});
			response.end(bytes);
		});
		return true;
	};

const faults: { name: string; code: ErrorCode; data: ErrorData; fault: Fault }[] = [
	{
		name: 'a login page in place of a shard',
		data: { reason: 'captive-portal' },
		code: 'offline',
		fault: inPlaceOfShards('text/html', async () => Buffer.from('<!doctype html><p>Sign in')),
	},
	{
		name: 'one flipped bit in a shard',
		data: { reason: 'digest', file: 'params_shard_2.bin' },
		code: 'corrupt',
		fault: inPlaceOfShards('application/octet-stream', async (path, first, last) => {
			const bytes = (await readFile(join(dist, path))).subarray(first, last + 1);
			if (first === 0) bytes[1234] = (bytes[1234] ?? 0) ^ 1;
			return bytes;
		}),
	},
];

for (const { name, code, data, fault } of faults) {
	test(`${name} ends in a plain message, and nothing of it is kept`, async () => {
		const { actions, errors } = quern.messages;
		const sentence = errors[code](data);
		server.fault = fault;
		await quern.open(server.url);
		await quern.getModel.click();
		await expect(quern.page.getByText(sentence)).toBeVisible({ timeout: 120_000 });
		await quern.page.screenshot({ path: `screenshots/failed-${code}.png` });
		const whole = new Set(files.map(({ sha256 }) => sha256));
		for (const file of await readStoredFiles(quern.page)) expect(whole).toContain(file.sha256);

		server.fault = undefined;
		await quern.button(actions.retry).click();
		await quern.expectInstalled();
		expect(await readStoredFiles(quern.page)).toEqual(files);
	});
}
