import { expect, test } from 'vitest';
import type { InstalledPack } from './installed-pack.ts';
import type { PackEngine, PackManifest } from './manifest.ts';
import { bytesOfAll, sharedFiles } from './shared-files.ts';

function pack(id: string, files: Readonly<Record<string, number>>, engine: PackEngine = 'wllama') {
	const manifest = {
		id,
		fileSets: [
			{
				engine,
				files: Object.entries(files).map(([path, bytes]) => ({
					path,
					bytes,
					sha256: `${path.replace(/-again$/, '')} ${bytes}`,
				})),
				memoryBytes: 0,
			},
		],
	} as unknown as PackManifest;
	return { manifest, engine, installedAt: 0 } satisfies InstalledPack;
}

const one = pack('one', { tokenizer: 5, weights: 100 });
const two = pack('two', { tokenizer: 5, 'tokenizer-again': 5, others: 30 });
const three = pack('three', { more: 7 });

test('what several packs have is counted once', () => {
	expect(bytesOfAll([one, two, three])).toBe(142);
	expect(bytesOfAll([])).toBe(0);
});

test('each pack says what it shares, and with whom', () => {
	const all = [one, two, three];
	expect(sharedFiles(one, all)).toEqual({ bytes: 5, others: [two] });
	expect(sharedFiles(two, all)).toEqual({ bytes: 5, others: [one] });
	expect(sharedFiles(three, all)).toEqual({ bytes: 0, others: [] });
});

test('the same pack for another engine is another one', () => {
	const both = [one, pack('one', { tokenizer: 5, shards: 90 }, 'web-llm')];
	expect(sharedFiles(one, both)).toEqual({ bytes: 5, others: [both[1]] });
});
