// Puts the starter pack into public/packs: fetches the model, checks it, converts it with the app's own
// converter and compares every file with the committed manifest. Does nothing where that is done.
// `--pin` writes the converted files' digests into the manifest instead of comparing.
import { readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadConverter } from './starter/converter.mjs';
import { obtainModel } from './starter/obtain-model.mjs';
import { isPrepared, writeStamp } from './starter/stamp.mjs';
import { placeModel, replaceFolder, writeConverted } from './starter/write-pack.mjs';

const ID = 'smollm2-135m-instruct';
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const manifestPath = join(root, 'src', 'packs', 'catalogue', `${ID}.json`);
const cacheFolder = join(root, '.cache', 'starter');
const stampPath = join(cacheFolder, 'stamp');
const target = join(root, 'public', 'packs', ID);

try {
	await prepare(process.argv.includes('--pin'));
} catch (error) {
	say(error.message);
	process.exitCode = 1;
}

async function prepare(isPinning) {
	const manifest = JSON.parse(await readFile(manifestPath, 'utf8'));
	const filesOf = (engine) => manifest.fileSets.find((set) => set.engine === engine).files;
	const pinned = manifest.fileSets.flatMap((set) => set.files);
	if (!isPinning && (await isPrepared(stampPath, target, pinned))) {
		return say('the starter pack is ready');
	}
	const [model] = filesOf('wllama');
	const modelPath = await obtainModel(model, cacheFolder, say);
	const converter = await loadConverter(root);
	const folder = join(cacheFolder, 'pack');
	await rm(folder, { recursive: true, force: true });
	const converted = await writeConverted(converter, modelPath, folder, say);
	if (isPinning) {
		manifest.fileSets.find((set) => set.engine === 'web-llm').files = converted;
		await writeManifest(converter.parseManifest(manifest));
	} else {
		refuseDifference(filesOf('web-llm'), converted);
	}
	await placeModel(modelPath, folder);
	await replaceFolder(folder, target);
	await writeStamp(
		stampPath,
		manifest.fileSets.flatMap((set) => set.files),
	);
	say('the starter pack is ready');
}

function refuseDifference(pinned, converted) {
	const line = ({ path, bytes, sha256 }) => `${path}, ${bytes} bytes, SHA-256 ${sha256}`;
	const made = new Set(converted.map(line));
	const missing = pinned.map(line).find((wanted) => !made.has(wanted));
	if (missing || pinned.length !== converted.length) {
		throw new Error(
			`the conversion differs from the pinned manifest: not made: ${missing ?? 'fewer files'}; ` +
				'if the change is meant, run node scripts/prepare-starter.mjs --pin',
		);
	}
}

async function writeManifest(manifest) {
	await writeFile(manifestPath, `${JSON.stringify(manifest, null, '\t')}\n`);
	say(`pinned in ${manifestPath}`);
}

function say(message) {
	console.log(`starter: ${message}`);
}
