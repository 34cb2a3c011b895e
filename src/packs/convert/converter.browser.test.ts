import { afterEach, expect, test, vi } from 'vitest';
import libraries from '../../../public/libraries/manifest.json';
import { faultServer } from '../../../e2e/fixtures/fault-client.ts';
import { writeGguf } from '../../formats/gguf/testing/write-gguf.ts';
import { Database } from '../../storage/database.ts';
import { openShelves } from '../../storage/open-shelves.ts';
import { fillDisk } from '../../storage/testing/full-disk.ts';
import type { ImportProgress } from '../carry/import-file.ts';
import { starterPack } from '../catalogue/index.ts';
import { createPackLibrary } from '../create-pack-library.ts';
import type { InstalledPack } from '../installed-pack.ts';
import { fileSetFor } from '../manifest.ts';
import { PackLibrary } from '../pack-library.svelte.ts';
import { PendingInstallationRepository } from '../pending-installation-repository.ts';
import { installerParts } from '../testing/installer-parts.ts';
import type { ConversionTarget } from './conversion-target.ts';
import { convertedFrom } from './converted-pack-id.ts';
import type { ConversionProgress } from './converter.ts';
import type { LossProgress } from './measure-loss.ts';
import { shapeOf } from './model-shape.ts';
import { openGguf } from '../../formats/gguf/gguf.ts';
import { arraySource } from '../../formats/gguf/testing/gguf-bytes.ts';
import { tinyDecoder, type TinyType } from './testing/tiny-decoder.ts';

afterEach(() => void vi.restoreAllMocks());

async function last<T>(values: AsyncIterable<T>): Promise<T> {
	let value: T | undefined;
	for await (value of values);
	return value!;
}

/** A device of its own, with this file imported. */
async function deviceWith(file: File, parts = installerParts()) {
	const { installer, carrier, mover, handReceiver } = parts;
	const startInstaller = () => ({ installer, carrier, mover, handReceiver, stop: () => {} });
	const library = new PackLibrary({ ...parts, startInstaller, baseUrl: faultServer.url });
	await library.open();
	await last<ImportProgress>(library.importFile({ file, gpuModels: [] }));
	return { ...parts, library, pack: library.installed[0]! };
}

type Device = Awaited<ReturnType<typeof deviceWith>>;

/** What this build's libraries run, where the device's GPU is good enough. */
const shipped: ConversionTarget[] = Object.entries(libraries.models).map(([model, shape]) => ({
	model,
	layout: 'q4_1',
	shape,
	runsHere: true,
}));

function tinyBytes(linear: TinyType = 'Q4_0', changes: Record<string, string | number> = {}) {
	const { metadata, tensors } = tinyDecoder('llama', { linear });
	const template = "{{'<|im_start|>' + role}}";
	return writeGguf({ ...metadata, 'tokenizer.chat_template': template, ...changes }, tensors);
}

/** A library for the tiny model. */
async function tinyTarget(): Promise<ConversionTarget> {
	const shape = shapeOf(await openGguf(arraySource(tinyBytes())));
	return { model: 'tiny', layout: 'q4_1', shape, runsHere: true };
}

const tinyFile = (...args: Parameters<typeof tinyBytes>) =>
	new File([tinyBytes(...args)], 'tiny.gguf');

let kept: Promise<Blob> | undefined;
const starterFile = async () => {
	const { path } = fileSetFor(starterPack, 'wllama').files[0]!;
	kept ??= fetch(`/packs/${starterPack.id}/${path}`).then((response) => response.blob());
	return new File([await kept], 'my own model.gguf');
};

/** The digests of what is stored, but for those of this pack. */
async function storedBeside({ shards, pending }: Device, { manifest, engine }: InstalledPack) {
	expect((await pending.list()).items).toEqual([]);
	const own = fileSetFor(manifest, engine).files.map(({ sha256 }) => sha256);
	return (await shards.list()).map(({ digest }) => digest).filter((d) => !own.includes(d));
}

test('the real model: stopped, or on a full disk, nothing is left; done, it is what the catalogue pins', async () => {
	const device = await deviceWith(await starterFile());
	const { library, converter, pack, database } = device;
	const target = shipped[0]!;
	const prospect = await converter.inspect(pack, shipped);
	expect(prospect).toMatchObject({ status: 'ready', target: { model: starterPack.id } });
	const { loss } = await last<LossProgress>(converter.measure(pack, 'q4_1'));
	expect(loss).toEqual({ exact: true, error: 0, types: [] });

	const stop = new AbortController();
	const stopped = async () => {
		for await (const step of library.convert(pack, target, { signal: stop.signal })) {
			if (step.bytesDone > step.bytesTotal / 2) stop.abort();
		}
	};
	await expect(stopped()).rejects.toMatchObject({ code: 'aborted' });
	expect(library.installed.map(({ engine }) => engine)).toEqual(['wllama']);
	expect(await storedBeside(device, pack)).toEqual([]);

	const disk = fillDisk(20);
	const full = last(library.convert(pack, target));
	await expect(full).rejects.toMatchObject({ code: 'quota-exceeded' });
	disk.free();
	expect(await storedBeside(device, pack)).toEqual([]);

	const steps: ConversionProgress[] = [];
	for await (const step of library.convert(pack, target)) steps.push(step);
	const made = library.installed.find(({ engine }) => engine === 'web-llm')!;
	const set = fileSetFor(made.manifest, 'web-llm');
	expect(set.files).toEqual(fileSetFor(starterPack, 'web-llm').files);
	expect(set.libraryModel).toBe(starterPack.id);
	expect(made.manifest).toMatchObject({ quantization: 'q4_1', name: pack.manifest.name });
	expect(convertedFrom(made.manifest)).toBe(fileSetFor(pack.manifest, 'wllama').files[0]!.sha256);
	expect(convertedFrom(pack.manifest)).toBeUndefined();
	const done = steps.map(({ bytesDone }) => bytesDone);
	expect(done).toEqual([...done].sort((a, b) => a - b));
	expect(steps.at(-1)).toMatchObject({ pack: { id: made.manifest.id, engine: 'web-llm' } });
	const check = await last(library.verify(made.manifest.id, 'web-llm'));
	expect(check.broken).toEqual([]);
	await database.close();
});

test('two tabs do not convert the same model at once', async () => {
	const { converter, pack, database } = await deviceWith(tinyFile());
	const target = await tinyTarget();
	const first = converter.convert(pack, target)[Symbol.asyncIterator]();
	await first.next();
	await expect(last(converter.convert(pack, target))).rejects.toMatchObject({ code: 'busy' });
	await first.return?.(undefined);
	await database.close();
});

test('the shape decides what a file can be converted for, not its name', async () => {
	const target = await tinyTarget();
	const look = async (file: File, targets: ConversionTarget[]) => {
		const { converter, pack, database } = await deviceWith(file);
		const prospect = await converter.inspect(pack, targets);
		await database.close();
		return prospect;
	};
	expect(await look(tinyFile(), [target])).toMatchObject({ status: 'ready', target });
	const named = tinyFile('Q5_1', { 'general.basename': 'stranger' });
	expect(await look(named, [...shipped, target])).toMatchObject({ status: 'ready', target });
	expect(await look(tinyFile(), [{ ...target, runsHere: false }])).toEqual({ status: 'no-gpu' });
	expect(await look(tinyFile(), shipped)).toMatchObject({
		status: 'no-library',
		architecture: 'llama',
		differs: 'hidden_size',
	});
	const rotated = tinyFile('Q4_0', { 'llama.rope.freq_base': 500 });
	expect(await look(rotated, [target])).toMatchObject({
		status: 'no-library',
		differs: 'rope_theta',
	});
	const cut = tinyFile('Q4_0', { 'tokenizer.ggml.pre': 'unheard-of' });
	expect(await look(cut, [target])).toMatchObject({ status: 'unsupported' });
});

test('the worker does it, over the app’s own database; killed, it leaves nothing that stays', async () => {
	const database = new Database();
	const library = createPackLibrary(database, faultServer.url);
	await library.open();
	const file = await starterFile();
	const { pack: imported } = await last<ImportProgress>(
		library.importFile({ file, gpuModels: [] }),
	);
	const pack = library.installed.find(({ manifest }) => manifest.id === imported?.id)!;
	const target = { ...shipped[0]!, model: 'tried-out' };
	const { converter, stop } = library.startConverter();
	const pending = new PendingInstallationRepository(database);
	const killed = async () => {
		for await (const { bytesDone, bytesTotal } of converter.convert(pack, target)) {
			if (bytesDone > bytesTotal / 2) stop();
		}
	};
	await expect(killed()).rejects.toMatchObject({ code: 'aborted' });
	expect((await pending.list()).items).toHaveLength(1);

	const afterwards = createPackLibrary(database, faultServer.url);
	await vi.waitFor(async () => {
		await afterwards.open();
		expect((await pending.list()).items).toEqual([]);
	});
	const stored = (await openShelves(database).list()).map(({ digest }) => digest);
	const shards = fileSetFor(starterPack, 'web-llm').files.filter(({ path }) => /shard/.test(path));
	expect(stored.filter((digest) => shards.some(({ sha256 }) => sha256 === digest))).toEqual([]);

	const { pack: made } = await last(afterwards.convert(pack, target));
	expect(afterwards.installed.map(({ manifest }) => manifest.id)).toContain(made?.id);
	await afterwards.remove(made!.id, 'web-llm');
	await afterwards.remove(pack.manifest.id, 'wllama');
	await database.close();
});

test('what is lost is measured on the file', async () => {
	const { converter, pack, database } = await deviceWith(tinyFile('Q8_0'));
	const { loss } = await last(converter.measure(pack, 'q4_1'));
	expect(loss?.exact).toBe(false);
	expect(loss?.error).toBeGreaterThan(0.01);
	await database.close();
});
