import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { openGguf } from '../../formats/gguf/gguf.ts';
import { arraySource } from '../../formats/gguf/testing/gguf-bytes.ts';
import { writeGguf } from '../../formats/gguf/testing/write-gguf.ts';
import { locale } from '../../i18n/locale.svelte.ts';
import en from '../../i18n/locales/en.ts';
import { holdLock } from '../../lib/web-lock.ts';
import type { ConversionTarget } from '../../packs/convert/conversion-target.ts';
import { shapeOf } from '../../packs/convert/model-shape.ts';
import { tinyDecoder, type TinyType } from '../../packs/convert/testing/tiny-decoder.ts';
import { fillDisk } from '../../storage/testing/full-disk.ts';
import ConvertPack from './ConvertPack.svelte';
import ModelsPage from './ModelsPage.svelte';
import { PackConversion } from './pack-conversion.svelte.ts';
import { scriptedServices, until } from './testing/scripted-services.ts';

const t = en.conversion;
const button = (label: string) => page.getByRole('button', { name: label, exact: true });

afterEach(async () => {
	vi.restoreAllMocks();
	await locale.use('en');
});

function tinyBytes(linear: TinyType) {
	const { metadata, tensors } = tinyDecoder('llama', { linear });
	return writeGguf(
		{ ...metadata, 'tokenizer.chat_template': "{{'<|im_start|>' + role}}" },
		tensors,
	);
}

/** An imported tiny model, and a library for its shape. */
async function imported(linear: TinyType) {
	const { services } = await scriptedServices();
	const file = new File([tinyBytes(linear)], 'tiny.gguf');
	const steps = services.packs.importFile({ file, gpuModels: [] });
	while (!(await steps.next()).done);
	const pack = services.packs.installed[0]!;
	const shape = shapeOf(await openGguf(arraySource(tinyBytes(linear))));
	const target: ConversionTarget = { model: 'tiny', layout: 'q4_1', shape, runsHere: true };
	return { services, pack, target };
}

async function open(linear: TinyType, changes: Partial<ConversionTarget> = {}) {
	const { services, pack, target } = await imported(linear);
	const conversion = new PackConversion(services, pack, [{ ...target, ...changes }]);
	render(ConvertPack, { props: { conversion, isDone: false } });
	return { services, pack, conversion };
}

test('where nothing is lost it says so, converts on request, and the result answers', async () => {
	const { services, pack } = await open('Q4_0');
	await expect.element(page.getByText(t.exact)).toBeVisible();
	await expect.element(page.getByText(en.models.details)).not.toBeInTheDocument();
	expect(services.packs.installed).toHaveLength(1);
	await button(t.convert).click();
	await until(() => services.packs.installed.length === 2);
	const made = services.packs.installed.find(({ engine }) => engine === 'web-llm')!;
	expect(services.settings.get('pack')).toEqual({ id: made.manifest.id, engine: 'web-llm' });

	// The page then shows where the converted one is from, and does not offer it again.
	render(ModelsPage, { props: { services, path: [] } });
	await expect.element(page.getByText(t.from)).toBeVisible();
	await expect.element(page.getByText(pack.manifest.source.name).first()).toBeVisible();
	await expect.element(page.getByText(t.done)).toBeVisible();
});

test('pressed at the end of a long page, the page stays where it is, and so does the keyboard', async () => {
	const { conversion } = await open('Q5_0');
	await expect.element(button(t.convert)).toBeEnabled();
	document.body.style.paddingBlockStart = '3000px';
	// What is stored cannot be claimed meanwhile, so the conversion stays under way.
	const release = await holdLock('quern:pack-files');
	window.scrollTo(0, document.documentElement.scrollHeight);
	const before = window.scrollY;
	expect(before).toBeGreaterThan(1000);
	await button(t.convert).click();
	await expect.element(page.getByRole('progressbar')).toBeVisible();
	expect(window.scrollY).toBe(before);
	await expect.element(button(en.actions.cancel)).toHaveFocus();
	expect(conversion.isRunning).toBe(true);
	release();
	await until(() => !conversion.isRunning);
	document.body.style.paddingBlockStart = '';
});

test('where something is lost it is measured on the file, told plainly and in numbers', async () => {
	const { conversion } = await open('Q5_0');
	await until(() => conversion.loss);
	const { error } = conversion.loss!;
	expect(error).toBeGreaterThan(0.01);
	await expect.element(page.getByText(t.lost({ error }))).toBeVisible();
	await page.getByText(en.models.details).click();
	await expect.element(page.getByText(t.weightsOf({ type: 'Q5_0' }))).toBeVisible();
	await expect.element(page.getByText(t.measure)).toBeVisible();
});

test('what cannot be converted says why, and that it runs all the same', async () => {
	await open('Q4_0', { runsHere: false });
	await expect.element(page.getByText(t.noGpu)).toBeVisible();
	const { target } = await imported('Q4_0');
	await open('Q4_0', { shape: { ...target.shape, layers: 3 } });
	await expect.element(page.getByText(t.noLibrary)).toBeVisible();
	await expect.element(button(t.convert)).not.toBeInTheDocument();
});

test('a full disk is told, and it can be tried again', async () => {
	const { services } = await open('Q4_0');
	await expect.element(button(t.convert)).toBeEnabled();
	const disk = fillDisk(3);
	await button(t.convert).click();
	await expect.element(page.getByText(en.errors['quota-exceeded']({}))).toBeVisible();
	disk.free();
	await button(t.convert).click();
	await until(() => services.packs.installed.length === 2);
});
