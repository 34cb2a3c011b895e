import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { DeviceReport } from '../../engines/device.ts';
import en from '../../i18n/locales/en.ts';
import { AppError, type ErrorCode, type ErrorData } from '../../lib/errors.ts';
import { starterPack } from '../../packs/catalogue/index.ts';
import { bytesOf, fileSetFor } from '../../packs/manifest.ts';
import { PackUseRepository } from '../../packs/pack-use-repository.ts';
import { PackUses } from '../../packs/pack-uses.svelte.ts';
import ToastRegion from '../../ui/ToastRegion.svelte';
import ModelsPage from './ModelsPage.svelte';
import { scriptedServices, until, withoutGpu } from './testing/scripted-services.ts';

const t = en.models;
const s = en.speed;
const bytes = bytesOf(fileSetFor(starterPack, 'wllama'));
const { name } = starterPack;
const button = (label: string) => page.getByRole('button', { name: label, exact: true });
const text = (label: string) => page.getByText(label, { exact: true });

beforeEach(() => void (location.hash = '#/models'));
afterEach(() => void (location.hash = ''));

async function open(device?: DeviceReport) {
	const scripted = await scriptedServices(device);
	render(ModelsPage, { props: { services: scripted.services, path: [] } });
	return scripted;
}

async function openInstalled() {
	const scripted = await open();
	await button(t.get({ bytes })).click();
	scripted.installer.say('done');
	await expect.element(button(t.check)).toBeVisible();
	return scripted;
}

test('the first run says what is fetched, to the byte, and from where', async () => {
	await open();
	await expect.element(text(t.exactSize({ bytes }))).toBeVisible();
	await expect.element(text(t.fromHere({ host: location.host }))).toBeVisible();
	await expect.element(text(t.findings['no-webgpu'])).toBeVisible();
	await expect.element(text(t.deviceProcessor)).toBeVisible();
});

test('“later” is remembered', async () => {
	const { services } = await open();
	await button(t.later).click();
	await until(() => location.hash === '#/chat');
	expect(services.settings.get('firstRunDismissed')).toBe(true);
});

test('progress shows bytes, speed and time left; after it comes the chat', async () => {
	const { installer } = await open();
	await button(t.get({ bytes })).click();
	let bytesDone = 40e6;
	const flow = setInterval(() => {
		installer.say({ bytesDone: bytesDone++, bytesPerSecond: 2e6, secondsLeft: 29 });
	}, 100);
	const detail = [
		t.bytesOf({ done: 40e6, total: bytes }),
		t.speed({ bytesPerSecond: 2e6 }),
		t.timeLeft({ seconds: 29 }),
	].join(' · ');
	await expect.element(text(detail)).toBeVisible();
	clearInterval(flow);
	// Nothing comes any more: the last speed would be a promise.
	await expect.element(text(t.bytesOf({ done: 40e6, total: bytes }))).toBeVisible();
	installer.say('done');
	await until(() => location.hash === '#/chat');
});

test('pausing keeps what is there, and one press goes on', async () => {
	const { services, installer } = await open();
	await button(t.get({ bytes })).click();
	installer.say({ bytesDone: 40e6 });
	await expect.element(text(t.bytesOf({ done: 40e6, total: bytes }))).toBeVisible();
	await button(t.pause).click();
	await expect.element(text(t.paused({ name }))).toBeVisible();
	await expect.element(text(t.pausedText)).toBeVisible();
	await button(t.resume).click();
	await expect.element(text(t.fetching({ name }))).toBeVisible();
	expect(services.packs.installation?.state).toBe('running');
});

test('cancelling asks first, then the offer is back', async () => {
	await open();
	await button(t.get({ bytes })).click();
	await button(t.cancel).click();
	await expect.element(page.getByRole('dialog', { name: t.cancelTitle })).toBeVisible();
	await button(t.cancelKeep).click();
	await button(t.cancel).click();
	await page.getByRole('dialog').getByRole('button', { name: t.cancel }).click();
	await expect.element(button(t.get({ bytes }))).toBeVisible();
});

test('a lost connection is waited for', async () => {
	const { installer } = await open();
	await button(t.get({ bytes })).click();
	installer.say(new AppError('offline', 'scripted', { data: { reason: 'connection' } }));
	await expect.element(text(t.waitingConnection)).toBeVisible();
});

test('another tab that installs the same is waited for', async () => {
	const { installer } = await open();
	await button(t.get({ bytes })).click();
	installer.say({ phase: 'wait', bytesDone: 1e6 });
	await expect.element(text(t.waitingOtherTab)).toBeVisible();
});

const failures: [string, ErrorCode, ErrorData][] = [
	['a wrong digest', 'corrupt', { file: 'model.gguf' }],
	['a web page in place of a file', 'offline', { reason: 'captive-portal' }],
	['a full disk', 'quota-exceeded', { neededBytes: 9e7, freeBytes: 1e6 }],
	['something unforeseen', 'internal', {}],
];

test.each(failures)('%s is told with what to do next', async (_, code, data) => {
	const { services, installer } = await open();
	await button(t.get({ bytes })).click();
	installer.say(new AppError(code, 'scripted', { data }));
	await expect.element(page.getByRole('alert')).toHaveTextContent(en.errors[code](data));
	const freeSpace = page.getByRole('link', { name: t.freeSpace });
	expect(freeSpace.elements()).toHaveLength(code === 'quota-exceeded' ? 1 : 0);
	await expect.element(page.getByRole('link', { name: t.later })).toBeVisible();
	await button(en.actions.retry).click();
	await expect.element(text(t.fetching({ name }))).toBeVisible();
	expect(services.packs.installation?.state).toBe('running');
});

test('an installed pack says what it is, and can be checked', async () => {
	await openInstalled();
	await expect.element(text(t.engines.wllama)).toBeVisible();
	await button(t.check).click();
	await expect.element(text(t.checkGood)).toBeVisible();
});

test('damaged files are told and fetched again', async () => {
	const { services, installer } = await openInstalled();
	installer.broken = ['model.gguf'];
	await button(t.check).click();
	await expect.element(text(t.checkBroken({ count: 1 }))).toBeVisible();
	await button(t.repair).click();
	await expect.element(text(t.fetching({ name }))).toBeVisible();
	expect(services.packs.installed).toEqual([]);
});

test('deleting can be undone, until the message about it goes', async () => {
	const { services } = await openInstalled();
	render(ToastRegion);
	const remove = async () => {
		await button(t.remove).click();
		await page.getByRole('dialog').getByRole('button', { name: t.remove }).click();
		await expect.element(text(t.removed({ name }))).toBeVisible();
	};
	await remove();
	await button(en.actions.undo).click();
	await expect.element(button(t.check)).toBeVisible();
	await remove();
	await button(en.actions.dismiss).click();
	await expect.element(button(t.get({ bytes }))).toBeVisible();
	expect(await services.packs.restore(starterPack.id, 'wllama')).toBe(false);
});

test('deleting asks first, then the offer is back', async () => {
	const { services } = await openInstalled();
	await button(t.remove).click();
	await page.getByRole('dialog').getByRole('button', { name: t.remove }).click();
	await expect.element(button(t.get({ bytes }))).toBeVisible();
	expect(services.packs.installed).toEqual([]);
});

/** Two installed packs: the second is smaller and shares a file with the first. */
async function openTwo() {
	const scripted = await open();
	const file = (path: string, bytes: number) => ({
		path,
		bytes,
		sha256: path.repeat(64).slice(0, 64),
	});
	const contents = {
		large: [file('a', 3e6), file('b', 7e6)],
		small: [file('a', 3e6), file('c', 2e6)],
	};
	for (const [id, files] of Object.entries(contents)) {
		const set = { engine: 'wllama' as const, files, memoryBytes: 0 };
		await scripted.services.packs.install(
			{ ...starterPack, id, name: `The ${id} one`, fileSets: [set] },
			'wllama',
		);
		scripted.installer.say('done');
		await until(() => scripted.services.packs.installed.some((pack) => pack.manifest.id === id));
	}
	location.hash = '#/models';
	const [large, small] = scripted.services.packs.installed;
	return { ...scripted, large: large!, small: small! };
}

const names = () =>
	page
		.getByRole('heading', { name: /^The \w+ one$/ })
		.elements()
		.map((heading) => heading.textContent);

test('packs are ordered by last use or size, and what they share is counted once', async () => {
	const { services, small } = await openTwo();
	await services.packUses.loaded(small, 1000);
	await expect.poll(names).toEqual(['The small one', 'The large one']);
	await page.getByRole('radio', { name: t.size }).click();
	await expect.poll(names).toEqual(['The large one', 'The small one']);
	expect(services.settings.get('packOrder')).toBe('size');
	await expect.element(text(s.modelsTake({ count: 2, bytes: 12e6 }))).toBeVisible();
	const shared = (name: string) =>
		text(s.sharedWith({ bytes: 3e6, names: [s.nameOf({ name, engine: t.engines.wllama })] }));
	await expect.element(shared('The large one')).toBeVisible();
	await expect.element(shared('The small one')).toBeVisible();
	await expect.element(text(s.never)).toBeVisible();
});

test('what was measured is kept, shown and saved as text', async () => {
	const { services, database, large, small } = await openTwo();
	const answer = { prefillPerSecond: 40, prefilledTokens: 20, completionTokens: 30 };
	await services.packUses.loaded(large, 2000);
	await services.packUses.answered(large, { ...answer, decodePerSecond: 9.96 });
	// Too short to tell anything; and what was kept is not overwritten by chance.
	await services.packUses.answered(small, { ...answer, completionTokens: 2, decodePerSecond: 77 });
	await services.packUses.answered(large, { ...answer, decodePerSecond: 88 });
	await expect.element(text(s.tokensPerSecond({ tokens: 10 }))).toBeVisible();
	await expect.element(text(s.seconds({ seconds: 2 }))).toBeVisible();
	await expect.element(text(s.none)).toBeVisible();

	const saved = vi.spyOn(URL, 'createObjectURL');
	const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
	await button(s.export).click();
	const report = await (saved.mock.calls[0]?.[0] as Blob).text();
	clicked.mockRestore();
	saved.mockRestore();
	expect(report).toContain('The large one');
	expect(report).toContain(`${s.writing}: ${s.tokensPerSecond({ tokens: 10 })}`);
	expect(report).not.toContain('The small one');

	const reopened = new PackUses(new PackUseRepository(database));
	await reopened.open();
	expect(reopened.of(large).speed).toMatchObject({ by: 'answer', decodePerSecond: 9.96 });
	expect(reopened.of(small).speed).toBeUndefined();
});

test('a measurement that cannot be made says why', async () => {
	const { services } = await openInstalled();
	// The files are only said to be there.
	await button(s.measure).click();
	await expect.element(page.getByRole('alert')).toBeVisible();
	await expect.element(button(s.measure)).toBeVisible();
	expect(services.engine.status).toBe('failed');
});

test('room, and whether the browser keeps what is there', async () => {
	await openInstalled();
	await expect.element(text(s.modelsTake({ count: 1, bytes }))).toBeVisible();
	const persisted = vi.spyOn(StorageManager.prototype, 'persisted').mockResolvedValue(true);
	const persist = vi.spyOn(StorageManager.prototype, 'persist').mockResolvedValue(true);
	await button(en.models.askToKeep).click();
	await expect.element(text(s.keptFirmly)).toBeVisible();
	expect(persist).toHaveBeenCalled();
	persisted.mockRestore();
	persist.mockRestore();
});

const software: DeviceReport['gpu'] = {
	status: 'available',
	software: true,
	vendor: 'acme',
	architecture: 'one',
	shaderF16: false,
	subgroups: false,
	limits: {
		maxBufferSize: 2 ** 30,
		maxStorageBufferBindingSize: 2 ** 30,
		maxComputeWorkgroupStorageSize: 2 ** 15,
		maxStorageBuffersPerShaderStage: 10,
		maxComputeInvocationsPerWorkgroup: 256,
	},
};

test('a software adapter gets the files for the GPU, and is told to be slow', async () => {
	await open({ ...withoutGpu, gpu: software });
	await expect.element(text(t.findings.software)).toBeVisible();
	const size = bytesOf(fileSetFor(starterPack, 'web-llm'));
	await expect.element(text(t.exactSize({ bytes: size }))).toBeVisible();
});

test('no adapter is told apart from no WebGPU', async () => {
	await open({ ...withoutGpu, gpu: { status: 'no-adapter' } });
	await expect.element(text(t.findings['no-adapter'])).toBeVisible();
	await expect.element(text(t.deviceProcessor)).toBeVisible();
});
