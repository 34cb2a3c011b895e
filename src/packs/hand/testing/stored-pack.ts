import { createSha256 } from '../../../lib/sha256.ts';
import type { PackManifest } from '../../manifest.ts';
import { testManifest, type TestFile } from '../../carry/testing/quern-file.ts';
import { scriptedLibrary } from '../../testing/scripted-library.ts';

/** A device of its own, with a library over a database of its own. */
export type Device = Awaited<ReturnType<typeof scriptedLibrary>>;

/** A file with bytes that no other seed gives. */
export async function bigFile(path: string, bytes: number, seed: number): Promise<TestFile> {
	const content = new Uint8Array(bytes);
	for (let i = 0, state = seed * 2654435761; i < bytes; i++) {
		state = (state * 1664525 + 1013904223) >>> 0;
		content[i] = state >>> 24;
	}
	const hash = await createSha256();
	hash.update(content);
	return { path, bytes, sha256: hash.digest(), content };
}

/** Stores a file as a transfer would have, whatever its content is. */
export async function storeFile({ shards }: Device, { sha256, content }: TestFile): Promise<void> {
	await shards.write(sha256, 0, content);
	await shards.seal(sha256, content.length);
}

/** Installs a made-up pack of these files. */
export async function installPack(
	device: Device,
	files: readonly TestFile[],
	changes: Partial<PackManifest> = {},
): Promise<PackManifest> {
	const manifest = testManifest(files, changes);
	for (const file of files) await storeFile(device, file);
	await device.installed.record({ manifest, engine: 'wllama', installedAt: 1 });
	await device.library.open();
	return manifest;
}
