import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { PackFile } from '../../packs/manifest.ts';
import { libraryUrl, packUrl, ShardCache } from './shard-cache.ts';
import { VerifiedFiles } from '../verified-files.ts';

const fileOf = (path: string, text: string): PackFile => ({
	path,
	bytes: text.length,
	sha256: createHash('sha256').update(text).digest('hex'),
});

const config = fileOf('mlc-chat-config.json', '{"vocab_size":3}');
const first = fileOf('params_shard_0.bin', 'first');
const second = fileOf('params_shard_1.bin', 'second');
const files = [config, first, second];

/** A store of texts that counts its reads. */
class Texts {
	readonly reads: string[] = [];
	readonly #texts: Map<string, string>;

	constructor(...texts: [PackFile, string][]) {
		this.#texts = new Map(texts.map(([{ sha256 }, text]) => [sha256, text]));
	}

	async read(digest: string): Promise<Blob | undefined> {
		const text = this.#texts.get(digest);
		this.reads.push(digest);
		return text === undefined ? undefined : new Blob([text]);
	}
}

function cacheOver(store: Texts): ShardCache {
	const library = {
		file: 'm.wasm',
		bytes: Promise.resolve(new TextEncoder().encode('wasm').buffer),
	};
	return new ShardCache({ id: 'm', files }, new VerifiedFiles(store, files), library);
}

const all: [PackFile, string][] = [
	[config, '{"vocab_size":3}'],
	[first, 'first'],
	[second, 'second'],
];
const url = (file: string) => `${packUrl('m')}resolve/main/${file}`;
const text = async (file: { arrayBuffer(): Promise<ArrayBuffer> } | undefined) =>
	new TextDecoder().decode(await file!.arrayBuffer());

describe('ShardCache', () => {
	it('finds the list of tensors under the name that it had before, unless it has the present one', async () => {
		const former = fileOf('ndarray-cache.json', '{"of":"before"}');
		const present = fileOf('tensor-cache.json', '{"of":"now"}');
		const texts = new Texts([former, '{"of":"before"}'], [present, '{"of":"now"}']);
		const listIn = async (...files: PackFile[]) => {
			const verified = new VerifiedFiles(texts, files);
			const library = { file: 'm.wasm', bytes: Promise.resolve(new ArrayBuffer(0)) };
			const cache = new ShardCache({ id: 'm', files }, verified, library);
			return (await cache.match(url('tensor-cache.json')))!.json();
		};
		expect(await listIn(former)).toEqual({ of: 'before' });
		expect(await listIn(present, former)).toEqual({ of: 'now' });
	});

	it('serves the files of the pack under the addresses that WebLLM asks for', async () => {
		const cache = cacheOver(new Texts(...all));
		expect(await (await cache.match(new Request(url(config.path))))!.json()).toEqual({
			vocab_size: 3,
		});
		expect(await text(await cache.match(url(second.path)))).toBe('second');
		expect(await text(await cache.match(libraryUrl('m.wasm')))).toBe('wasm');
		const keys = await cache.keys();
		expect(keys.map((key) => key.url)).toContain(url(first.path));
	});

	it('refuses to fetch what is not in the pack', async () => {
		const cache = cacheOver(new Texts(...all));
		expect(await cache.match(url('vocab.json'))).toBeUndefined();
		await expect(cache.add(new Request(url('vocab.json')))).rejects.toMatchObject({
			code: 'corrupt',
			data: { file: 'vocab.json' },
		});
	});

	it('reads a file only when its bytes are asked for, and the one after it ahead', async () => {
		const store = new Texts(...all);
		const cache = cacheOver(store);
		const matched = await cache.match(url(config.path));
		expect(store.reads).toEqual([]);
		await matched!.arrayBuffer();
		await new Promise((resolve) => setTimeout(resolve));
		expect(store.reads).toEqual([config.sha256, first.sha256]);
		await text(await cache.match(url(first.path)));
		await new Promise((resolve) => setTimeout(resolve));
		expect(store.reads).toEqual([config.sha256, first.sha256, second.sha256]);
	});

	it.each<[string, [PackFile, string][]]>([
		['missing', [all[0]!, all[2]!]],
		['changed on disk', [all[0]!, [first, 'fjrst'], all[2]!]],
	])('hands over nothing of a file that is %s', async (_, stored) => {
		const cache = cacheOver(new Texts(...stored));
		await expect(text(await cache.match(url(first.path)))).rejects.toMatchObject({
			code: 'corrupt',
			data: { file: first.path },
		});
	});
});
