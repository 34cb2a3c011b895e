import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { obtainModel } from './obtain-model.mjs';
import { sha256 } from './sha256.mjs';

let folder;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'obtain-'))));
afterEach(() => rm(folder, { recursive: true }));

const expected = { bytes: 7, sha256: sha256('weights') };
const quiet = () => {};
const unused = {
	name: 'unused',
	fetch: () => Promise.reject(new Error('was asked')),
};
const broken = {
	name: 'a broken source',
	fetch: () => Promise.reject(new Error('no network')),
};
const writing = (text) => ({ name: `a source of ${text}`, fetch: (path) => writeFile(path, text) });

it('takes the next source where one fails or has other bytes', async () => {
	const sources = [broken, writing('WEIGHTS'), writing('weights'), unused];
	const path = await obtainModel(expected, folder, quiet, sources);
	expect(await readFile(path, 'utf8')).toBe('weights');
});

it('fetches nothing when the model is there', async () => {
	await obtainModel(expected, folder, quiet, [writing('weights')]);
	const path = await obtainModel(expected, folder, quiet, [unused]);
	expect(await readFile(path, 'utf8')).toBe('weights');
});

it('fetches again what was damaged', async () => {
	const path = await obtainModel(expected, folder, quiet, [writing('weights')]);
	await writeFile(path, 'weightz');
	await obtainModel(expected, folder, quiet, [writing('weights')]);
	expect(await readFile(path, 'utf8')).toBe('weights');
});

it('gives every reason and leaves nothing behind where all fail', async () => {
	const attempt = obtainModel(expected, folder, quiet, [broken, writing('WEIGHTS')]);
	await expect(attempt).rejects.toThrow(/no network; a source of WEIGHTS has other bytes/);
	await expect(access(join(folder, 'model.gguf'))).rejects.toThrow();
	await expect(access(join(folder, 'model.gguf.part'))).rejects.toThrow();
});
