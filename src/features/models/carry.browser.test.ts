import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import en from '../../i18n/locales/en.ts';
import {
	entriesOf,
	quernFile,
	testFile,
	testManifest,
} from '../../packs/carry/testing/quern-file.ts';
import ModelsPage from './ModelsPage.svelte';
import { choose, handedOver } from './testing/hand-over.ts';
import { scriptedServices, until } from './testing/scripted-services.ts';

const t = en.models;
const button = (label: string) => page.getByRole('button', { name: label, exact: true });

beforeEach(() => void (location.hash = '#/models'));
afterEach(() => {
	location.hash = '';
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
});

async function open() {
	const { services } = await scriptedServices();
	render(ModelsPage, { props: { services, path: [] } });
	await expect.element(button(t.importChoose)).toBeEnabled();
	return services;
}

/** A `.quern` file of a made-up pack. */
async function modelFile(id: string): Promise<File> {
	const model = await testFile('model.bin', `weights of ${id}`);
	const manifest = testManifest([model], { id, name: `Model ${id}` });
	return quernFile({ quern: 1, engine: 'wllama', manifest }, entriesOf([model]));
}

/** Anywhere on the page. */
function drop(file: File): void {
	const dataTransfer = handedOver(file);
	document.body.dispatchEvent(
		new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }),
	);
}

test('a file can be chosen on the first run; then comes the chat, and its model answers', async () => {
	const services = await open();
	choose(await modelFile('first'));
	await until(() => location.hash === '#/chat');
	expect(services.packs.installed.map(({ manifest }) => manifest.id)).toEqual(['first']);
	expect(services.settings.get('pack')).toEqual({ id: 'first', engine: 'wllama' });
	await expect.element(page.getByText(t.notStated)).toBeVisible();
});

test('of two models the last imported answers, until the other one is chosen', async () => {
	const services = await open();
	choose(await modelFile('first'));
	await until(() => services.settings.get('pack')?.id === 'first');
	await expect.element(button(t.importChoose)).toBeEnabled();
	drop(await modelFile('second'));
	await until(() => services.settings.get('pack')?.id === 'second');
	await expect.element(page.getByText(t.inUse)).toBeVisible();
	await button(t.use).click();
	expect(services.settings.get('pack')).toEqual({ id: 'first', engine: 'wllama' });
	await expect.element(button(t.use)).toBeVisible();
});

test('a file that is no model is named, and another one can be chosen', async () => {
	const services = await open();
	choose(new File(['holiday'], 'beach\u202Egpj.exe'));
	const sentence = en.errors['invalid-input']({ file: 'beach gpj.exe' });
	await expect.element(page.getByText(sentence)).toBeVisible();
	choose(await modelFile('first'));
	await until(() => services.packs.installed.length === 1);
});

test('without a save dialogue the model is handed to the downloads, whole', async () => {
	const services = await open();
	choose(await modelFile('first'));
	await until(() => services.packs.installed.length === 1);
	vi.stubGlobal('showSaveFilePicker', undefined);
	const saved = vi.spyOn(URL, 'createObjectURL');
	const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
	await button(t.export).click();
	await expect.element(page.getByText(t.exported({ file: 'first-wllama.quern' }))).toBeVisible();
	expect(clicked).toHaveBeenCalledOnce();

	await services.packs.remove('first', 'wllama');
	choose(new File([saved.mock.calls[0]?.[0] as Blob], 'first-wllama.quern'));
	await until(() => services.packs.installed.length === 1);
});

test('with a save dialogue the model is written to the file of the person’s choice', async () => {
	const services = await open();
	choose(await modelFile('first'));
	await until(() => services.packs.installed.length === 1);
	const folder = await navigator.storage.getDirectory();
	const handle = await folder.getFileHandle('mine.quern', { create: true });
	const picker = vi.fn(async () => handle);
	vi.stubGlobal('showSaveFilePicker', picker);
	await button(t.export).click();
	await expect.element(page.getByText(t.exported({ file: 'mine.quern' }))).toBeVisible();
	expect(picker).toHaveBeenCalledWith({ suggestedName: 'first-wllama.quern' });
	expect((await handle.getFile()).size).toBeGreaterThan(500);
	await folder.removeEntry('mine.quern');
});

test('closing the save dialogue is no failure', async () => {
	const services = await open();
	choose(await modelFile('first'));
	await until(() => services.packs.installed.length === 1);
	const closed = new DOMException('The user aborted a request.', 'AbortError');
	vi.stubGlobal('showSaveFilePicker', () => Promise.reject(closed));
	await button(t.export).click();
	await expect.element(button(t.export)).toBeEnabled();
	expect(page.getByRole('alert').elements()).toEqual([]);
});
