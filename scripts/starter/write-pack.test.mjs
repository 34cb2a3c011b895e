import { mkdir, mkdtemp, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isPrepared, writeStamp } from './stamp.mjs';
import { replaceFolder } from './write-pack.mjs';

let folder;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'pack-'))));
afterEach(() => rm(folder, { recursive: true }));

async function makeFolder(name, text) {
	await mkdir(join(folder, name));
	await writeFile(join(folder, name, 'file'), text);
	return join(folder, name);
}

it('puts a folder in the place of another, or where there is none', async () => {
	const target = join(folder, 'packs', 'starter');
	await replaceFolder(await makeFolder('first', '1'), target);
	expect(await readFile(join(target, 'file'), 'utf8')).toBe('1');
	await replaceFolder(await makeFolder('second', '2'), target);
	expect(await readFile(join(target, 'file'), 'utf8')).toBe('2');
	expect(await readdir(folder)).toEqual(['packs']);
});

it('is prepared only with the same digests and lengths', async () => {
	const pack = await makeFolder('pack', 'abc');
	const stamp = join(folder, 'stamp');
	const files = [{ path: 'file', bytes: 3, sha256: 'aa' }];
	expect(await isPrepared(stamp, pack, files)).toBe(false);
	await writeStamp(stamp, files);
	expect(await isPrepared(stamp, pack, files)).toBe(true);
	expect(await isPrepared(stamp, pack, [{ ...files[0], sha256: 'bb' }])).toBe(false);
	await truncate(join(pack, 'file'), 2);
	expect(await isPrepared(stamp, pack, files)).toBe(false);
	await rm(join(pack, 'file'));
	expect(await isPrepared(stamp, pack, files)).toBe(false);
});
