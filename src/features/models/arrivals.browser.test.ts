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
import { SharedFiles } from '../../storage/shared-files.ts';
import ModelsPage from './ModelsPage.svelte';
import { handedOver } from './testing/hand-over.ts';
import { scriptedServices, until } from './testing/scripted-services.ts';

// How a file comes in without the picker. A drop and a paste are events as the browser makes them; that the system
// opens a file with the app (launchQueue) is wrapped; sharing through the service worker is in e2e/bring.spec.ts.

const t = en.bring;
const button = (label: string) => page.getByRole('button', { name: label, exact: true });

beforeEach(() => void (location.hash = '#/models'));
afterEach(async () => {
	location.hash = '';
	vi.unstubAllGlobals();
	await new SharedFiles().clear();
});

async function open(path: readonly string[] = []) {
	const { services } = await scriptedServices();
	const shown = await render(ModelsPage, { props: { services, path } });
	await expect.element(button(en.models.importChoose)).toBeEnabled();
	return { services, shown };
}

async function modelFile(id: string): Promise<File> {
	const model = await testFile('model.bin', `weights of ${id}`);
	const manifest = testManifest([model], { id, name: `Model ${id}` });
	return quernFile({ quern: 1, engine: 'wllama', manifest }, entriesOf([model]));
}

const transferEvent = (type: string, dataTransfer: DataTransfer) =>
	new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });

test('a file dragged over the page says where to drop it, and is imported wherever it is dropped', async () => {
	const { services } = await open();
	const heading = page.getByRole('heading', { level: 1 }).element();
	const transfer = handedOver(await modelFile('dropped'));
	const over = transferEvent('dragover', transfer);
	heading.dispatchEvent(over);
	expect(over.defaultPrevented).toBe(true);
	await expect.element(page.getByText(t.dropHere)).toBeVisible();
	heading.dispatchEvent(transferEvent('drop', transfer));
	await until(() => services.packs.installed.length === 1);
	await expect.element(page.getByText(t.dropHere)).not.toBeInTheDocument();
});

test('text that is dragged or pasted is left to the browser', async () => {
	await open();
	const transfer = new DataTransfer();
	transfer.setData('text/plain', 'hello');
	const over = transferEvent('dragover', transfer);
	document.body.dispatchEvent(over);
	const paste = new ClipboardEvent('paste', { clipboardData: transfer, cancelable: true });
	window.dispatchEvent(paste);
	expect([over.defaultPrevented, paste.defaultPrevented]).toEqual([false, false]);
});

test('a folder that is dropped is read with all that is in it', async () => {
	await open();
	// Only the browser makes entries, and only of real drops: this one is wrapped.
	const children = [
		{
			isDirectory: false,
			name: 'a.txt',
			file: (ok: (f: File) => void) => ok(new File(['a'], 'a.txt')),
		},
	];
	const reader = { readEntries: (ok: (list: unknown[]) => void) => ok(children.splice(0)) };
	const entry = { isDirectory: true, name: 'Holidays', createReader: () => reader };
	const item = { kind: 'file', getAsFile: () => null, webkitGetAsEntry: () => entry };
	const event = transferEvent('drop', new DataTransfer());
	const dataTransfer = { types: ['Files'], items: [item], files: [] };
	Object.defineProperty(event, 'dataTransfer', { value: dataTransfer });
	document.body.dispatchEvent(event);
	const sentence = en.errors['invalid-input']({ reason: 'no-model-folder', file: 'Holidays' });
	await expect.element(page.getByText(sentence)).toBeVisible();
});

test('a file on the clipboard is imported', async () => {
	const { services } = await open();
	const clipboardData = handedOver(await modelFile('pasted'));
	document.body.dispatchEvent(
		new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
	);
	await until(() => services.packs.installed.length === 1);
	expect(services.packs.installed[0]?.manifest.id).toBe('pasted');
});

test('a file that the system opens with Quern waits for the person', async () => {
	const file = await modelFile('opened');
	const launch = { files: [{ getFile: async () => file }] };
	vi.stubGlobal('launchQueue', {
		setConsumer: (consumer: (l: typeof launch) => void) => consumer(launch),
	});
	const { services } = await open();
	await expect.element(page.getByText(t.offeredText)).toBeVisible();
	expect(services.packs.installed).toEqual([]);
	await button(t.offeredAccept).click();
	await until(() => services.packs.installed.length === 1);
});

test('a shared file waits over reloads until it is imported, and then is gone', async () => {
	await new SharedFiles().keep(await modelFile('shared'));
	const first = await open(['shared']);
	await expect.element(page.getByText(t.offeredText)).toBeVisible();
	await first.shown.unmount();
	const { services } = await open();
	await button(t.offeredAccept).click();
	await until(() => services.packs.installed.length === 1);
	await until(() => page.getByText(t.offeredText).elements().length === 0);
	expect(await new SharedFiles().waiting()).toBeUndefined();
});

test('a shared file that is not wanted is deleted', async () => {
	await new SharedFiles().keep(await modelFile('shared'));
	const { services } = await open(['shared']);
	await button(t.offeredDecline).click();
	await expect.element(page.getByText(t.offeredText)).not.toBeInTheDocument();
	await vi.waitFor(async () => expect(await new SharedFiles().waiting()).toBeUndefined());
	expect(services.packs.installed).toEqual([]);
});

test('a shared file that could not be kept is told', async () => {
	await open(['not-received']);
	await expect.element(page.getByText(t.notReceivedText)).toBeVisible();
});
