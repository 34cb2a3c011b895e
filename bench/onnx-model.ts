import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Lab } from './lab.ts';

const run = promisify(execFile);

/** Makes .cache/bench/onnx-model from the pack's GGUF, unless this converter has made it already. */
export async function prepareOnnxModel(lab: Lab): Promise<void> {
	const path = (relative: string) => fileURLToPath(new URL(relative, lab.root));
	const sources = path('bench/python');
	const stamp = path('.cache/bench/onnx-stamp');
	const fingerprint = await fingerprintOf(sources);
	if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === fingerprint) return;

	lab.say('converting the GGUF to ONNX');
	await mkdir(path('.cache/bench'), { recursive: true });
	const venv = path('.cache/bench/venv');
	const isWindows = process.platform === 'win32';
	await run(isWindows ? 'python' : 'python3', ['-m', 'venv', venv]);
	const python = isWindows ? `${venv}/Scripts/python.exe` : `${venv}/bin/python`;
	await run(python, ['-m', 'pip', 'install', '--quiet', '-r', `${sources}/requirements.txt`]);
	const gguf = path('public/packs/smollm2-135m-instruct/model.gguf');
	await run(python, ['-B', `${sources}/gguf_to_onnx.py`, gguf, path('.cache/bench/onnx-model')]);
	await writeFile(stamp, fingerprint);
}

async function fingerprintOf(folder: string): Promise<string> {
	const hash = createHash('sha256');
	const names = (await readdir(folder)).filter((name) => /\.(py|txt)$/.test(name)).sort();
	for (const name of names) hash.update(await readFile(`${folder}/${name}`));
	return hash.digest('hex');
}
