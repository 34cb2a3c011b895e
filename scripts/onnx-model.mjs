import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { PlainError, root, run } from './run.mjs';

const sources = fileURLToPath(new URL('bench/python/', root));
const venv = fileURLToPath(new URL('.cache/onnx-venv', root));

/** Where the model is, for whoever links or serves it. */
export const onnxModelFolder = '.cache/onnx-model';

/**
 * Makes the starter model's ONNX graphs `names` (see bench/python/gguf_to_onnx.py) with their tokenizer in
 * `onnxModelFolder`, unless this converter has made them already. Needs Python 3 with pip, and the starter pack.
 */
export async function prepareOnnxModel(names, say = console.log) {
	const folder = fileURLToPath(new URL(`${onnxModelFolder}/`, root));
	const fingerprint = await fingerprintOf(sources);
	const stampOf = (name) => `${folder}${name}.stamp`;
	const stamps = await Promise.all(
		names.map((name) => readFile(stampOf(name), 'utf8').catch(() => '')),
	);
	const missing = names.filter((_, i) => stamps[i] !== fingerprint);
	if (missing.length === 0) return;

	say('converting the GGUF to ONNX');
	await mkdir(folder, { recursive: true });
	const python = await ensurePython(say);
	const gguf = fileURLToPath(new URL('public/packs/smollm2-135m-instruct/model.gguf', root));
	const only = missing.flatMap((name) => ['--only', name]);
	await succeed(python, ['-B', `${sources}gguf_to_onnx.py`, gguf, folder, ...only]);
	for (const name of missing) await writeFile(stampOf(name), fingerprint);
}

/** A Python with the packages that the converter needs, in an environment of its own. */
async function ensurePython(say) {
	const isWindows = process.platform === 'win32';
	const python = isWindows ? `${venv}/Scripts/python.exe` : `${venv}/bin/python`;
	const requirements = `${sources}requirements.txt`;
	const stamp = `${venv}/stamp`;
	const wanted = await readFile(requirements, 'utf8');
	if ((await readFile(stamp, 'utf8').catch(() => '')) === wanted) return python;
	say('setting up Python for it');
	await succeed(isWindows ? 'python' : 'python3', ['-m', 'venv', venv]);
	await succeed(python, ['-m', 'pip', 'install', '--quiet', '-r', requirements]);
	await writeFile(stamp, wanted);
	return python;
}

async function succeed(command, args) {
	const { code, output } = await run(command, args, { capture: true });
	if (code === 0) return;
	throw new PlainError(`${command} ${args.slice(0, 4).join(' ')} failed: ${output.slice(-500)}`);
}

async function fingerprintOf(folder) {
	const hash = createHash('sha256');
	const names = (await readdir(folder)).filter((name) => /\.(py|txt)$/.test(name)).sort();
	for (const name of names) hash.update(await readFile(`${folder}${name}`));
	return hash.digest('hex');
}
