import { afterEach, expect, test, vi } from 'vitest';
import { faultServer } from '../../../e2e/fixtures/fault-client.ts';
import { writeGguf } from '../../formats/gguf/testing/write-gguf.ts';
import { fillDisk } from '../../storage/testing/full-disk.ts';
import { starterPack } from '../catalogue/index.ts';
import { createPackLibrary } from '../create-pack-library.ts';
import { Database } from '../../storage/database.ts';
import { InstalledPackRepository } from '../installed-pack-repository.ts';
import { fileSetFor, type FileSet, type PackManifest } from '../manifest.ts';
import { PackLibrary } from '../pack-library.svelte.ts';
import { installerParts } from '../testing/installer-parts.ts';
import { servePack } from '../testing/served-pack.ts';
import type { ImportProgress } from './import-file.ts';
import {
	entriesOf,
	quernFile,
	testFile,
	testManifest,
	type TestFile,
} from './testing/quern-file.ts';

const KIB = 1024;
const MIB = 1024 * KIB;

afterEach(() => void vi.restoreAllMocks());

/** A device of its own: a library over its own database. */
async function device(parts = installerParts()) {
	const { installer, carrier, mover, handReceiver } = parts;
	const startInstaller = () => ({ installer, carrier, mover, handReceiver, stop: () => {} });
	const library = new PackLibrary({ ...parts, startInstaller, baseUrl: faultServer.url });
	await library.open();
	return { library, ...parts };
}

type Device = Awaited<ReturnType<typeof device>>;

const until = (condition: () => boolean) =>
	vi.waitFor(() => expect(condition()).toBe(true), { timeout: 30_000 });

async function last<T>(values: AsyncIterable<T>): Promise<T | undefined> {
	let value: T | undefined;
	for await (value of values);
	return value;
}

const importInto = ({ library }: Device, file: Blob, signal?: AbortSignal) =>
	last<ImportProgress>(
		library.importFile({ file: new File([file], 'pack.quern'), gpuModels: [] }, { signal }),
	);

/** Nothing of any pack is on the device. */
async function expectEmpty({ library, shards, pending, database }: Device) {
	expect(library.installed).toEqual([]);
	expect(await shards.list()).toEqual([]);
	expect((await pending.list()).items).toEqual([]);
	const chunks = await database.transact(['chunks'], 'readonly', (transaction) =>
		transaction.objectStore('chunks').count(),
	);
	expect(chunks).toBe(0);
}

/** A pack installed on one device, and its `.quern` file. */
async function exported() {
	const manifest = await servePack({
		wllama: { a: [5 * MIB, 1], b: [20 * KIB, 2], same: [20 * KIB, 2], c: [0, 3] },
	});
	const from = await device();
	await from.library.install(manifest, 'wllama');
	await until(() => from.library.installed.length === 1);
	const end = await last(from.library.exportPack(manifest.id, 'wllama', undefined));
	return { manifest, from, file: end?.file as Blob };
}

let kept: Promise<{ manifest: PackManifest; file: Blob }> | undefined;

/** The same for tests that need the file alone, made once. */
function packFile() {
	return (kept ??= exported().then(async ({ manifest, file }) => {
		return { manifest, file: new Blob([await file.arrayBuffer()]) };
	}));
}

const isWhole = async ({ library }: Device, { id }: PackManifest) =>
	(await last(library.verify(id, 'wllama')))?.broken.length === 0;

test('a pack goes from one device to another in a file, byte for byte', async () => {
	const { manifest, from, file } = await exported();
	const to = await device();
	const end = await importInto(to, file);
	expect(end).toMatchObject({ pack: { id: manifest.id, engine: 'wllama' } });
	expect(end?.bytesDone).toBe(end?.bytesTotal);
	expect(to.library.installed[0]?.manifest).toEqual(manifest);
	expect(await isWhole(to, manifest)).toBe(true);
	expect(await to.shards.list()).toEqual(await from.shards.list());
	expect((await to.pending.list()).items).toEqual([]);

	const again = await last(to.library.exportPack(manifest.id, 'wllama', undefined));
	expect(again?.file?.size).toBe(file.size);
	await importInto(to, file);
	expect(to.library.installed.length).toBe(1);
});

test('written to a file handle, it is the same file', async () => {
	const { manifest, from, file } = await exported();
	const folder = await navigator.storage.getDirectory();
	const handle = await folder.getFileHandle(`${manifest.id}.quern`, { create: true });
	const end = await last(from.library.exportPack(manifest.id, 'wllama', handle));
	expect(end?.file).toBeUndefined();
	const written = await handle.getFile();
	expect(await written.arrayBuffer()).toEqual(await file.arrayBuffer());
	await folder.removeEntry(handle.name);
});

test('the worker does both, over the app’s own database', async () => {
	const { file } = await packFile();
	const database = new Database();
	const library = createPackLibrary(database, faultServer.url);
	await library.open();
	const request = { file: new File([file], 'pack.quern'), gpuModels: [] };
	const { pack } = (await last(library.importFile(request))) ?? {};
	const end = await last(library.exportPack(pack?.id ?? '', 'wllama', undefined));
	expect(end?.file?.size).toBe(file.size);
	await library.remove(pack?.id ?? '', 'wllama');
	await library.forget(pack?.id ?? '', 'wllama');
	expect(library.installed).toEqual([]);
	await database.close();
});

test('a damaged file in the store is not passed on', async () => {
	const { manifest, from } = await exported();
	const [{ sha256 } = { sha256: '' }] = fileSetFor(manifest, 'wllama').files;
	await from.database.transact(['chunks'], 'readwrite', (transaction) =>
		transaction.objectStore('chunks').put(new Blob([new Uint8Array(16 * KIB)]), [sha256, 0]),
	);
	const exporting = last(from.library.exportPack(manifest.id, 'wllama', undefined));
	await expect(exporting).rejects.toMatchObject({ code: 'corrupt', data: { file: 'a' } });
});

test.each([0.001, 0.3, 0.7, 0.99])('a byte flipped at %f of the file is found', async (place) => {
	const { file } = await packFile();
	const bytes = new Uint8Array(await file.arrayBuffer());
	const offset = Math.floor(bytes.length * place);
	bytes[offset] = (bytes[offset] ?? 0) ^ 1;
	const to = await device();
	await expect(importInto(to, new Blob([bytes]))).rejects.toMatchObject({ code: 'corrupt' });
	await expectEmpty(to);
});

test('right CRCs around wrong bytes do not help', async () => {
	const right = await testFile('model.gguf', 'right');
	const content = new TextEncoder().encode('wrong');
	const file = await quernFile(
		{ quern: 1, engine: 'wllama', manifest: testManifest([right]) },
		entriesOf([{ ...right, content }]),
	);
	const to = await device();
	await expect(importInto(to, file)).rejects.toMatchObject({
		code: 'corrupt',
		data: { reason: 'digest', file: 'model.gguf' },
	});
	await expectEmpty(to);
});

test('cancelled in the middle, nothing is left', async () => {
	const { file } = await packFile();
	const to = await device();
	const controller = new AbortController();
	const steps = to.library.importFile(
		{ file: new File([file], 'pack.quern'), gpuModels: [] },
		{ signal: controller.signal },
	);
	const cancelled = (async () => {
		for await (const { bytesDone } of steps) if (bytesDone > 0) controller.abort();
	})();
	await expect(cancelled).rejects.toMatchObject({ code: 'aborted' });
	await expectEmpty(to);
});

test('killed in the middle, the next start cleans up', async () => {
	const { file } = await packFile();
	const to = await device();
	const steps = to.library.importFile({ file: new File([file], 'pack.quern'), gpuModels: [] });
	await steps.next();
	expect((await to.pending.list()).items).toHaveLength(1);
	// The lock of a killed tab is free. This one's is not, so another name stands in for it.
	vi.spyOn(navigator.locks, 'request').mockImplementation(((
		_name: string,
		_options: unknown,
		use: (lock: unknown) => unknown,
	) => Promise.resolve(use({}))) as typeof navigator.locks.request);
	const next = await device(installerParts(to.database));
	vi.restoreAllMocks();
	expect(next.library.installation).toBeUndefined();
	await expectEmpty(next);
	await steps.return(undefined);
});

test('a full disk says so, and nothing is left', async () => {
	const { file } = await packFile();
	const to = await device();
	const disk = fillDisk(2);
	await expect(importInto(to, file)).rejects.toMatchObject({ code: 'quota-exceeded' });
	disk.free();
	await expectEmpty(to);
});

test('what a cut-off download left is finished by the file; a cancelled import leaves it as it was', async () => {
	const { manifest, file } = await packFile();
	const to = await device();
	await to.library.install(manifest, 'wllama');
	await to.library.pause();
	const cancelled = importInto(to, file, AbortSignal.abort());
	await expect(cancelled).rejects.toMatchObject({ code: 'aborted' });
	expect(to.library.installation?.state).toBe('paused');
	await importInto(to, file);
	expect(to.library.installation).toBeUndefined();
	expect(await isWhole(to, manifest)).toBe(true);
});

const good = { quern: 1, engine: 'wllama' } as const;

test('a file that is no pack, or not as it says, is refused before anything is stored', async () => {
	const model = await testFile('model.gguf', 'GGUF');
	const other = await testFile('other', 'other');
	const entries = entriesOf([model]);
	const manifest = testManifest([model]);
	const cases: [what: string, code: string, file: Promise<File>][] = [
		['no JSON', 'invalid-input', quernFile('{', entries)],
		['no header', 'invalid-input', quernFile({}, entries)],
		['null', 'invalid-input', quernFile(null, entries)],
		['a later version', 'unsupported', quernFile({ ...good, quern: 2, manifest }, entries)],
		['an unknown engine', 'invalid-input', quernFile({ ...good, engine: 'x', manifest }, entries)],
		[
			'an engine without files',
			'unsupported',
			quernFile({ ...good, engine: 'web-llm', manifest }, entries),
		],
		['a field too many', 'invalid-input', quernFile({ ...good, manifest, run: 'x' }, entries)],
		[
			'a header of 2 MB',
			'invalid-input',
			quernFile(JSON.stringify({ ...good, manifest }) + ' '.repeat(2 * MIB), entries),
		],
		['a missing file', 'corrupt', quernFile({ ...good, manifest }, {})],
		[
			'a file too many',
			'invalid-input',
			quernFile({ ...good, manifest }, entriesOf([model, other])),
		],
		[
			'a name that reads differently right to left',
			'invalid-input',
			quernFile({ ...good, manifest: testManifest([model], { name: 'a\u202Eb' }) }, entries),
		],
		[
			'a path out of the pack',
			'invalid-input',
			quernFile({ ...good, manifest: testManifest([{ ...model, path: '../x' }]) }, entries),
		],
		[
			'two files of one name',
			'invalid-input',
			quernFile(
				{ ...good, manifest: testManifest([model, { ...other, path: 'MODEL.gguf' }]) },
				entriesOf([model, other]),
			),
		],
		[
			'the name of the starter over other weights',
			'untrusted',
			quernFile({ ...good, manifest: testManifest([model], { id: starterPack.id }) }, entries),
		],
		[
			'a pack for the GPU that no library knows',
			'unsupported',
			quernFile(
				{ quern: 1, engine: 'web-llm', manifest: testManifest([model], {}, 'web-llm') },
				entries,
			),
		],
	];
	for (const [path, content] of [
		['kernels.wasm', 'x'],
		['model.gguf', '\0asm\x01\0\0\0'],
		['page.html', 'x'],
	] as const) {
		const code = await testFile(path, content);
		const file = quernFile({ ...good, manifest: testManifest([code]) }, entriesOf([code]));
		cases.push([path, 'untrusted', file]);
	}
	const nested = await testFile('model.gguf', 'PK\x03\x04 and so on');
	cases.push([
		'a zip in the zip',
		'invalid-input',
		quernFile({ ...good, manifest: testManifest([nested]) }, entriesOf([nested])),
	]);

	const to = await device();
	for (const [what, code, file] of cases) {
		const failure = await importInto(to, await file).then(
			() => undefined,
			(error: unknown) => error,
		);
		expect(failure, what).toMatchObject({ code });
		await expectEmpty(to);
	}
});

/** A pack for the GPU that brings a library, and what the device says of itself. */
async function packWithLibrary(
	content = '\0asm\x01\0\0\0 and so on',
	changes: Partial<FileSet> = {},
	extra: TestFile[] = [],
) {
	const library = await testFile('lib/model.wasm', content);
	const files = [await testFile('params_shard_0.bin', 'weights'), library, ...extra];
	const manifest = testManifest(files, {}, 'web-llm');
	const fileSets = manifest.fileSets.map((set) => ({ ...set, library: library.path, ...changes }));
	const header = { quern: 1, engine: 'web-llm', manifest: { ...manifest, fileSets } };
	return { file: await quernFile(header, entriesOf(files)), library };
}

const gpu = { features: ['shader-f16'], limits: { maxBufferSize: 2 ** 30 } };

test('a library that nobody knows is refused before anything is stored, and taken once it is trusted', async () => {
	const { file, library } = await packWithLibrary();
	const to = await device();
	const request = { file, gpuModels: [], gpu };
	await expect(last(to.library.importFile(request))).rejects.toMatchObject({
		code: 'untrusted',
		data: {
			reason: 'unknown-library',
			digest: library.sha256,
			name: 'Made up',
			source: 'a test',
		},
	});
	await expectEmpty(to);
	await to.trusted.trust({ digest: library.sha256, packName: 'Made up', trustedAt: 0 });
	await last(to.library.importFile(request));
	expect(to.library.installed[0]?.manifest.fileSets[0]?.library).toBe(library.path);
});

test('a library that ships with the app needs no trust', async () => {
	const { file, library } = await packWithLibrary();
	const to = await device();
	await last(
		to.library.importFile({ file, gpuModels: [], gpu, shippedLibraries: [library.sha256] }),
	);
	expect(to.library.installed).toHaveLength(1);
});

test('trust in one library lets in no other code, and nothing that cannot run here', async () => {
	const to = await device();
	const refused = async (
		{ file, library }: Awaited<ReturnType<typeof packWithLibrary>>,
		request: { gpu?: typeof gpu } = { gpu },
	) => {
		await to.trusted.trust({ digest: library.sha256, packName: '', trustedAt: 0 });
		const importing = last(to.library.importFile({ file, gpuModels: [], ...request }));
		const failure = await importing.then(
			() => undefined,
			(error: unknown) => error,
		);
		await expectEmpty(to);
		return failure;
	};
	const second = await testFile('second.wasm', '\0asm');
	const hidden = await testFile('data.bin', '\0asm');
	expect(await refused(await packWithLibrary(undefined, {}, [second]))).toMatchObject({
		code: 'untrusted',
		data: { file: 'second.wasm' },
	});
	expect(await refused(await packWithLibrary(undefined, {}, [hidden]))).toMatchObject({
		code: 'untrusted',
		data: { file: 'data.bin' },
	});
	expect(await refused(await packWithLibrary('<script>'))).toMatchObject({ code: 'invalid-input' });
	const demanding = { requires: { features: ['subgroups'] } };
	expect(await refused(await packWithLibrary(undefined, demanding))).toMatchObject({
		code: 'unsupported',
	});
	expect(await refused(await packWithLibrary(), {})).toMatchObject({
		code: 'unsupported',
	});
	const elsewhere = { library: 'elsewhere.wasm' };
	expect(await refused(await packWithLibrary(undefined, elsewhere))).toMatchObject({
		code: 'invalid-input',
	});
});

test('two packs that share a file are imported in two tabs at once', async () => {
	const shared = await testFile('a.bin', 'shared '.repeat(2e6));
	const own = await testFile('b.bin', 'of its own');
	const fileOf = (id: string, files: TestFile[]) =>
		quernFile({ ...good, manifest: testManifest(files, { id }) }, entriesOf(files));
	const tab = await device();
	const other = await device(installerParts(tab.database));
	await Promise.all([
		importInto(tab, await fileOf('one', [shared])),
		importInto(other, await fileOf('two', [shared, own])),
	]);
	const { items } = await new InstalledPackRepository(tab.database).list();
	expect(items.map(({ manifest }) => manifest.id).toSorted()).toEqual(['one', 'two']);
	for (const { manifest } of items) expect(await isWhole(other, manifest)).toBe(true);
});

test('a pack that is fetched in another tab is left alone', async () => {
	const { manifest, file } = await packFile();
	const to = await device();
	const { promise, resolve } = Promise.withResolvers<void>();
	const held = navigator.locks.request(`quern:install:${manifest.id}`, () => promise);
	await expect(importInto(to, file)).rejects.toMatchObject({ code: 'busy' });
	resolve();
	await held;
});

const LOOP = '{% for a in range(99999) %}'.repeat(3) + '{% endfor %}'.repeat(3);

/** Metadata of a small model as converters write it. */
const spoken = {
	'general.architecture': 'llama',
	'general.name': 'Tiny\u202E Talker',
	'general.license': 'mit',
	'llama.context_length': 2048,
	'llama.block_count': 2,
	'llama.embedding_length': 64,
	'llama.attention.head_count': 4,
	'llama.attention.head_count_kv': 2,
	'tokenizer.chat_template': '{{ messages }}',
} as const;
const weights = { name: 'token_embd.weight', shape: [32, 2], type: 0, data: new Uint8Array(256) };

const ggufFile = (metadata: Readonly<Record<string, string | number>>, name = 'tiny.gguf') =>
	new File([writeGguf(metadata, [weights])], name);

test('a GGUF file is installed as it is, under its digest, described by its own header', async () => {
	const file = ggufFile(spoken);
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
	const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
	const to = await device();
	const { pack } = (await last(to.library.importFile({ file, gpuModels: [] }))) ?? {};
	expect(pack).toEqual({ id: `gguf-${sha256.slice(0, 16)}`, engine: 'wllama' });
	expect(to.library.installed[0]?.manifest).toMatchObject({
		name: 'Tiny Talker',
		languages: [],
		license: { spdx: 'mit', holder: 'NOASSERTION' },
		source: { name: 'tiny.gguf', revision: sha256 },
		parameters: 64,
		quantization: 'f32',
		contextWindow: 2048,
	});
	expect(await to.shards.list()).toEqual([{ digest: sha256, bytes: file.size }]);

	const carried = await last(to.library.exportPack(pack?.id ?? '', 'wllama', undefined));
	const next = await device();
	await importInto(next, carried?.file as Blob);
	expect(next.library.installed[0]?.manifest).toEqual(to.library.installed[0]?.manifest);
});

const endless = { ...spoken, 'tokenizer.chat_template': LOOP };
const mute = { ...spoken, 'tokenizer.chat_template': '' };

test.each([
	['an endless template', 'invalid-input', 'endless-template', ggufFile(endless)],
	['no chat template', 'unsupported', 'no-chat-template', ggufFile(mute)],
	[
		'an unknown architecture',
		'unsupported',
		'unknown-architecture',
		ggufFile({ ...spoken, 'general.architecture': 'abacus' }),
	],
	['one part of several', 'unsupported', 'split-file', ggufFile({ ...spoken, 'split.count': 3 })],
	[
		'more memory than wasm has',
		'unsupported',
		'too-large',
		ggufFile({ ...spoken, 'llama.block_count': 2 ** 31, 'llama.attention.head_count_kv': 4 }),
	],
	['a broken header', 'corrupt', undefined, new File(['GGUF\x03\0\0\0'], 'a.gguf')],
	['no model at all', 'invalid-input', undefined, new File(['x'.repeat(100)], 'a.gguf')],
] as const)('a GGUF file with %s is refused as %s', async (_what, code, reason, file) => {
	const to = await device();
	await expect(last(to.library.importFile({ file, gpuModels: [] }))).rejects.toMatchObject({
		code,
		data: reason ? { reason } : {},
	});
	await expectEmpty(to);
});

test('a GGUF file cut short after its header is refused', async () => {
	const whole = ggufFile(spoken);
	const to = await device();
	const importing = importInto(to, whole.slice(0, whole.size - 1));
	await expect(importing).rejects.toMatchObject({ code: 'corrupt' });
	await expectEmpty(to);
});
