import type { CallOptions } from '../../lib/call-options.ts';
import { AppError } from '../../lib/errors.ts';
import { tryLock, whileHolding } from '../../lib/web-lock.ts';
import type { ShardStore } from '../../storage/shard-store.ts';
import type { TrustedLibraries } from '../../storage/trusted-libraries.ts';
import { catalogue } from '../catalogue/index.ts';
import { fileLock } from '../file-lock.ts';
import { installLock } from '../installer.ts';
import type { InstalledPackRepository } from '../installed-pack-repository.ts';
import { bytesOf, distinctFiles, fileSetFor, type PackEngine, type PackFile } from '../manifest.ts';
import type { PackFiles } from '../pack-files.ts';
import { admit, type GpuAdmission } from './admit.ts';
import type { Folder } from './folder.ts';
import { openFolder } from './open-folder.ts';
import { isGguf, openGgufFile } from './open-gguf-file.ts';
import { openPackFile } from './open-pack-file.ts';
import { tryTemplate } from '../template/try-template.ts';
import { chatTemplateIn } from './chat-template-in.ts';
import type { PackSource } from './pack-source.ts';
import { storeFile } from './store-file.ts';

/** A file or a folder that the person gave, and what its GPU can run. */
export type ImportRequest = GpuAdmission & ({ readonly file: File } | { readonly folder: Folder });

export interface ImportProgress {
	/** `read`: the file is looked at first, to know what it is. `store`: it is copied and verified. */
	readonly phase: 'read' | 'store';
	readonly bytesDone: number;
	readonly bytesTotal: number;
	/** What is installed now; with the last value. */
	readonly pack?: { readonly id: string; readonly engine: PackEngine };
}

export interface ImportDependencies {
	readonly installed: InstalledPackRepository;
	readonly files: PackFiles;
	readonly shards: ShardStore;
	readonly trusted: Pick<TrustedLibraries, 'has'>;
}

/**
 * Installs the pack in a file or folder that the person gave: every file is verified as it is copied into the store, and
 * `installed` is written last. What ends before leaves nothing behind. Throws `invalid-input`, `corrupt`,
 * `untrusted` and `unsupported` for the file, `busy` while the pack is being fetched, `quota-exceeded`, `aborted`.
 */
export async function* importFile(
	request: ImportRequest,
	dependencies: ImportDependencies,
	o: CallOptions = {},
): AsyncGenerator<ImportProgress> {
	const source = yield* open(request, o);
	const others = (await dependencies.installed.list()).items.map(({ manifest }) => manifest);
	const isTrusted = (digest: string) => dependencies.trusted.has(digest);
	await admit(source, { ...request, known: [...catalogue, ...others], isTrusted });
	const template = await chatTemplateIn(source);
	if (template) await tryTemplate(template, o);
	const release = await tryLock(installLock(source.manifest.id));
	if (!release) throw new AppError('busy', `${source.manifest.id} is being fetched`);
	try {
		yield* install(source, dependencies, o);
	} finally {
		release();
	}
}

/** Opens what it is. All but `.quern` files are read twice: to know their digests, and to store them under those. */
async function* open(
	request: ImportRequest,
	o: CallOptions,
): AsyncGenerator<ImportProgress, PackSource> {
	if ('folder' in request) {
		const opening = openFolder(request.folder, request, o);
		let step = await opening.next();
		for (; !step.done; step = await opening.next()) yield { phase: 'read', ...step.value };
		return step.value;
	}
	const { file } = request;
	if (!(await isGguf(file))) return openPackFile(file);
	const opening = openGgufFile(file, o);
	let step = await opening.next();
	for (; !step.done; step = await opening.next()) {
		yield { phase: 'read', bytesDone: step.value, bytesTotal: file.size };
	}
	return step.value;
}

async function* install(
	source: PackSource,
	{ installed, files, shards }: ImportDependencies,
	o: CallOptions,
): AsyncGenerator<ImportProgress> {
	const { engine } = source;
	// A pack of the catalogue is called what the catalogue calls it.
	const manifest = catalogue.find(({ id }) => id === source.manifest.id) ?? source.manifest;
	const set = fileSetFor(manifest, engine);
	const bytesTotal = bytesOf(set);
	const claim = await files.claimFromFile(manifest, engine);
	let isDone = false;
	try {
		let bytesBefore = 0;
		for (const file of distinctFiles(set)) {
			const store = () => storeMissing(file, source, shards, o);
			for await (const bytes of whileHolding(fileLock(file.sha256), store, o)) {
				yield { phase: 'store', bytesDone: bytesBefore + bytes, bytesTotal };
			}
			bytesBefore += file.bytes;
		}
		await installed.record({ manifest, engine, installedAt: Date.now() });
		isDone = true;
	} finally {
		if (!isDone) await claim.release();
	}
	const pack = { id: manifest.id, engine };
	yield { phase: 'store', bytesDone: bytesTotal, bytesTotal, pack };
}

/** Copies a file into the store, unless another import or download has brought it meanwhile. */
async function* storeMissing(
	file: PackFile,
	source: PackSource,
	shards: ShardStore,
	o: CallOptions,
): AsyncGenerator<number> {
	if (await shards.has(file.sha256)) return;
	yield* storeFile(file, source.chunks(file.sha256, o), shards);
}
