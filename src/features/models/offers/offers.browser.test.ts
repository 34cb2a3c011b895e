import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { DeviceReport } from '../../../engines/device.ts';
import { libraries } from '../../../engines/web-llm/libraries.ts';
import en from '../../../i18n/locales/en.ts';
import { AppError } from '../../../lib/errors.ts';
import { embeddingPack, hubModels, starterPack } from '../../../packs/catalogue/index.ts';
import type { HubModel, HubVariant } from '../../../packs/catalogue/hub-model.ts';
import { hubPackId } from '../../../packs/catalogue/hub-pack-id.ts';
import type { PackManifest } from '../../../packs/manifest.ts';
import { Models } from '../models.svelte.ts';
import { scriptedServices, withoutGpu } from '../testing/scripted-services.ts';
import type { HubAccess, HubPack } from './hub-access.ts';
import { Offers } from './offers.svelte.ts';
import OfferList from './OfferList.svelte';

const t = en.offers;
const GIB = 2 ** 30;
const models = await hubModels();
const button = (name: string) => page.getByRole('button', { name, exact: true });
const text = (label: string) => page.getByText(label, { exact: true });
const row = (name: string) => page.getByRole('heading', { name, exact: true, level: 3 });

const laptop: DeviceReport = {
	gpu: {
		status: 'available',
		software: false,
		vendor: 'acme',
		architecture: 'one',
		shaderF16: true,
		subgroups: true,
		limits: {
			maxBufferSize: 2 * GIB,
			maxStorageBufferBindingSize: 2 * GIB,
			maxComputeWorkgroupStorageSize: 2 ** 15,
			maxStorageBuffersPerShaderStage: 10,
			maxComputeInvocationsPerWorkgroup: 1024,
		},
	},
	crossOriginIsolated: true,
	threads: 8,
	memoryBytes: 8 * GIB,
};

/** What a hub says of a model: one file of weights and a library. */
function answerFor(model: HubModel, variant: HubVariant): HubPack {
	const manifest: PackManifest = {
		...starterPack,
		id: hubPackId(model, variant),
		name: model.name,
		hub: { repository: variant.repository, revision: 'c0ffee'.padEnd(40, '0') },
		fileSets: [
			{
				engine: 'web-llm',
				files: [
					{ path: 'params_shard_0.bin', bytes: 123_456_789, sha256: 'a'.repeat(64) },
					{ path: 'a.wasm', bytes: 5_000_000, sha256: 'b'.repeat(64), url: variant.libraryUrl },
				],
				library: 'a.wasm',
				memoryBytes: variant.memoryBytes,
			},
		],
	};
	return { manifest, known: new Map() };
}

async function open({ device = laptop, language = 'en', isFirstRun = true } = {}) {
	const { services, installer } = await scriptedServices(device);
	const hub = {
		host: 'hub.example',
		askFor: vi.fn(async (model: HubModel, variant: HubVariant) => answerFor(model, variant)),
		askAt: vi.fn(async () => answerFor(models[0]!, models[0]!.variants[0]!)),
		isListed: async (repository: string) => repository.startsWith('mlc-ai/'),
	} satisfies HubAccess;
	const offers = new Offers(services, new Models(services), hub, () => language);
	render(OfferList, { offers, above: isFirstRun ? starterPack : undefined });
	await expect.element(page.getByRole('heading', { name: t.title })).toBeVisible();
	return { services, installer, hub, offers };
}

test('exactly one model is recommended, and the starter above is not repeated', async () => {
	await open();
	await expect.poll(() => text(t.recommended).elements().length).toBe(1);
	await expect.element(row(t.purposes.balanced)).toBeVisible();
	await expect.element(row(t.purposes.best)).toBeVisible();
	await expect.element(row(t.purposes.quick)).not.toBeInTheDocument();
});

test('a person who reads Persian is shown models that serve it', async () => {
	const { offers } = await open({ language: 'fa' });
	expect(offers.choice.recommended?.languages).toContain('fa');
});

test('nothing is asked before the tap; then the exact size, and only then the download', async () => {
	const { hub, services } = await open();
	await row(t.purposes.best).click();
	await expect.element(text('hub.example and raw.githubusercontent.com')).toBeVisible();
	expect(hub.askFor).not.toHaveBeenCalled();
	await button(t.ask({ host: hub.host })).click();
	await expect.element(text(t.filesCount({ count: 2, bytes: 128_456_789 }))).toBeVisible();
	await expect.element(text('c0ffee'.padEnd(40, '0'))).toBeVisible();
	expect(services.packs.installation).toBeUndefined();
	expect(hub.askFor).toHaveBeenCalledTimes(1);
});

test('a library that nobody knows is asked about before the download', async () => {
	const { hub, services } = await open();
	await row(t.purposes.best).click();
	await button(t.ask({ host: hub.host })).click();
	const download = button(t.download({ bytes: 128_456_789 }));
	await expect.element(page.getByText(t.trustFirst)).toBeVisible();
	await expect.element(download).not.toBeInTheDocument();
	await button(en.bring.libraryDecide).click();
	await expect.element(page.getByRole('dialog').getByText('b'.repeat(64))).toBeVisible();
	await button(en.bring.libraryTrust).click();
	await download.click();
	await expect.poll(() => services.packs.installation?.manifest.hub?.revision).toMatch(/^c0ffee/);
	expect(await services.trustedLibraries.has('b'.repeat(64))).toBe(true);
});

test('one that ships with the app needs no word', async () => {
	const { hub } = await open();
	hub.askFor.mockImplementationOnce(async (model, variant) => {
		const answer = answerFor(model, variant);
		answer.manifest.fileSets[0]!.files[1]!.sha256 = libraries[0]!.sha256;
		return answer;
	});
	await row(t.purposes.best).click();
	await button(t.ask({ host: hub.host })).click();
	await expect.element(button(t.download({ bytes: 128_456_789 }))).toBeVisible();
});

test('a hub that does not answer is told, and can be asked again', async () => {
	const { hub } = await open();
	const data = { reason: 'connection', host: hub.host } as const;
	hub.askFor.mockRejectedValueOnce(new AppError('offline', 'scripted', { data }));
	await row(t.purposes.best).click();
	await button(t.ask({ host: hub.host })).click();
	await expect.element(page.getByRole('alert')).toHaveTextContent(en.errors.offline(data));
	await button(t.ask({ host: hub.host })).click();
	await expect.element(text(t.filesCount({ count: 2, bytes: 128_456_789 }))).toBeVisible();
});

test('all models can be narrowed down by language and by what runs here', async () => {
	await open({ device: { ...laptop, memoryBytes: 2 * GIB } });
	await page.getByText(t.all({ count: models.length + 1 })).click();
	const names = (level = 3) => page.getByRole('heading', { level }).elements();
	const before = names().length;
	await page.getByRole('checkbox', { name: t.filterFit }).click();
	await expect.poll(() => names().length).toBeLessThan(before);
	await page.getByRole('combobox', { name: t.filterLanguage }).selectOptions('fa');
	await expect.element(row('SmolLM2 360M Instruct')).not.toBeInTheDocument();
});

test('what will not run says why, and cannot be fetched', async () => {
	await open({ device: { ...laptop, memoryBytes: 2 * GIB } });
	await page.getByText(t.all({ count: models.length + 1 })).click();
	await row('Qwen3 8B').click();
	const needed = models.find(({ id }) => id === 'qwen3-8b')!.variants[0]!.memoryBytes;
	const why = t.reasons.memory({ needed, limit: 0.8 * 2 * GIB });
	await expect.element(page.getByRole('alert')).toHaveTextContent(why);
	await expect.element(button(t.ask({ host: 'hub.example' }))).not.toBeInTheDocument();
});

test('where only the starter runs, it says so', async () => {
	await open({ device: withoutGpu });
	await expect.element(text(t.none)).toBeVisible();
	await expect.element(text(t.starterFirst)).toBeVisible();
});

test('a model can be given by its address; slips are told apart', async () => {
	const { hub } = await open();
	await page.getByText(t.addTitle).click();
	const ask = button(t.ask({ host: hub.host }));
	const repository = page.getByLabelText(t.addRepository);
	const library = page.getByLabelText(t.addLibrary);
	const alert = page.getByRole('alert');
	await repository.fill('one word');
	await ask.click();
	await expect.element(alert).toHaveTextContent(t.addInvalid);
	await repository.fill('https://huggingface.co/someone/some-model/tree/main');
	await ask.click();
	await expect.element(alert).toHaveTextContent(t.addLibraryMissing);
	await library.fill('http://files.example/a.wasm');
	await ask.click();
	await expect.element(alert).toHaveTextContent(t.addLibraryInvalid);
	await library.fill('https://files.example/a.wasm');
	const refused = new AppError('offline', 'scripted', { data: { reason: 'refused' } });
	hub.askAt.mockRejectedValueOnce(refused);
	await ask.click();
	await expect.element(text(t.addNotThere)).toBeVisible();
	await ask.click();
	await expect.element(text(t.filesCount({ count: 2, bytes: 128_456_789 }))).toBeVisible();
	const asked = { repository: 'someone/some-model', libraryUrl: 'https://files.example/a.wasm' };
	expect(hub.askAt).toHaveBeenLastCalledWith(asked, expect.anything());
});

test('while another pack is being fetched, none is asked for', async () => {
	const { services } = await open();
	await services.packs.install(starterPack, 'web-llm');
	await row(t.purposes.best).click();
	await expect.element(text(t.otherDownload)).toBeVisible();
	await expect.element(button(t.ask({ host: 'hub.example' }))).not.toBeInTheDocument();
});

test('the pack that only embeds is not among the models that chat', async () => {
	const { offers } = await open();
	const names = offers.all.map(({ name }) => name);
	expect(names).toContain(starterPack.name);
	expect(names).not.toContain(embeddingPack.name);
});
