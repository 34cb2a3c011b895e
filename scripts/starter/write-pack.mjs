import { constants } from 'node:fs';
import { copyFile, link, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openFileSource } from './file-source.mjs';
import { sha256 } from './sha256.mjs';

/** Converts the model into `folder` for WebLLM; returns path, bytes and digest of each file. */
export async function writeConverted({ openGguf, convertToWebLlm }, modelPath, folder, say) {
	await mkdir(folder, { recursive: true });
	const source = await openFileSource(modelPath);
	const files = [];
	try {
		for await (const { path, bytes } of convertToWebLlm(await openGguf(source))) {
			await writeFile(join(folder, path), bytes);
			files.push({ path, bytes: bytes.length, sha256: sha256(bytes) });
			say(`converted ${path} (${bytes.length} bytes)`);
		}
	} finally {
		await source.close();
	}
	return files;
}

/** Puts the GGUF file itself beside them, without a second copy where the file system allows. */
export async function placeModel(modelPath, folder) {
	const target = join(folder, 'model.gguf');
	await link(modelPath, target).catch(() =>
		copyFile(modelPath, target, constants.COPYFILE_FICLONE),
	);
}

/** Puts the finished `folder` in the place of `target`, so that no half-written pack is ever there. */
export async function replaceFolder(folder, target) {
	const old = `${folder}.old`;
	await rm(old, { recursive: true, force: true });
	await mkdir(dirname(target), { recursive: true });
	await rename(target, old).catch((error) => {
		if (error.code !== 'ENOENT') throw error;
	});
	await rename(folder, target);
	await rm(old, { recursive: true, force: true });
}
