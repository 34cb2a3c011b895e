import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Whether `folder` was prepared from exactly these files, and each still has its length. */
export async function isPrepared(stampPath, folder, files) {
	const stamp = await readFile(stampPath, 'utf8').catch(() => '');
	if (stamp !== stampOf(files)) return false;
	const sizes = await Promise.all(
		files.map(({ path }) =>
			stat(join(folder, path)).then(
				({ size }) => size,
				() => -1,
			),
		),
	);
	return sizes.every((size, index) => size === files[index].bytes);
}

/** Notes that every digest of `files` has been checked. */
export async function writeStamp(stampPath, files) {
	await writeFile(stampPath, stampOf(files));
}

function stampOf(files) {
	return files.map(({ path, bytes, sha256 }) => `${sha256} ${bytes} ${path}\n`).join('');
}
