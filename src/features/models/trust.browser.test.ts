import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { DeviceReport } from '../../engines/device.ts';
import en from '../../i18n/locales/en.ts';
import {
	entriesOf,
	quernFile,
	testFile,
	testManifest,
} from '../../packs/carry/testing/quern-file.ts';
import type { Services } from '../feature.ts';
import ModelsPage from './ModelsPage.svelte';
import { choose } from './testing/hand-over.ts';
import { scriptedServices, until, withoutGpu } from './testing/scripted-services.ts';

const button = (label: string) => page.getByRole('button', { name: label, exact: true });

beforeEach(() => void (location.hash = '#/models'));
afterEach(() => void (location.hash = ''));

async function open(services: Services) {
	const shown = await render(ModelsPage, { props: { services, path: [] } });
	await expect.element(button(en.models.importChoose)).toBeEnabled();
	return shown;
}

/** A device with a GPU that runs a library of the pack's own. */
const withGpu: DeviceReport = {
	...withoutGpu,
	gpu: {
		status: 'available',
		software: false,
		vendor: 'arm',
		architecture: '',
		shaderF16: true,
		subgroups: false,
		limits: {
			maxBufferSize: 2 ** 30,
			maxStorageBufferBindingSize: 2 ** 30,
			maxComputeWorkgroupStorageSize: 32768,
			maxStorageBuffersPerShaderStage: 10,
			maxComputeInvocationsPerWorkgroup: 256,
		},
	},
};

async function fileWithLibrary() {
	const library = await testFile('model.wasm', '\0asm\x01\0\0\0');
	const files = [await testFile('params_shard_0.bin', 'weights'), library];
	const manifest = testManifest(files, { id: 'with-library', name: 'Miller' }, 'web-llm');
	const fileSets = manifest.fileSets.map((set) => ({ ...set, library: library.path }));
	const header = { quern: 1, engine: 'web-llm', manifest: { ...manifest, fileSets } };
	return { file: await quernFile(header, entriesOf(files)), digest: library.sha256 };
}

test('an unknown program is refused until the person has read about it and trusts it', async () => {
	const { services } = await scriptedServices(withGpu);
	await open(services);
	const { file, digest } = await fileWithLibrary();
	choose(file);
	const { bring } = en;
	await expect.element(page.getByText(bring.libraryNotImported)).toBeVisible();
	expect(services.packs.installed).toEqual([]);

	await button(bring.libraryDecide).click();
	const dialog = page.getByRole('dialog');
	await expect.element(dialog.getByText(digest)).toBeVisible();
	await expect.element(dialog.getByText(bring.librarySource({ source: 'a test' }))).toBeVisible();
	// What Enter does is to refuse.
	await expect.element(button(bring.libraryRefuse)).toHaveFocus();
	await button(bring.libraryRefuse).click();
	expect((await services.trustedLibraries.list()).items).toEqual([]);

	await button(bring.libraryDecide).click();
	await button(bring.libraryTrust).click();
	await until(() => services.packs.installed.length === 1);
	expect((await services.trustedLibraries.list()).items).toMatchObject([
		{ digest, packName: 'Miller' },
	]);
	await expect.element(page.getByText(bring.libraryWaits)).not.toBeInTheDocument();
});

test('trust that was taken back is asked for again at the model', async () => {
	const { services } = await scriptedServices(withGpu);
	const shown = await open(services);
	const { file, digest } = await fileWithLibrary();
	await services.trustedLibraries.trust({ digest, packName: 'Miller', trustedAt: 0 });
	choose(file);
	await until(() => services.packs.installed.length === 1);
	await services.trustedLibraries.revoke(digest);
	await shown.unmount();
	await open(services);
	await expect.element(page.getByText(en.bring.libraryWaits)).toBeVisible();
	await button(en.bring.libraryDecide).click();
	await button(en.bring.libraryTrust).click();
	await expect.element(page.getByText(en.bring.libraryWaits)).not.toBeInTheDocument();
	expect(await services.trustedLibraries.has(digest)).toBe(true);
});
