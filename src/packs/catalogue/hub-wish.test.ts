import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { startHubServer, type HubServer } from '../../../e2e/fixtures/hub-server.mjs';
import type { Permits } from '../../storage/permits.ts';
import { HubClient } from '../hub/hub-client.ts';
import { resolveHubPack } from '../hub/resolve-hub-pack.ts';
import { bytesOf, fileSetFor, libraryOf } from '../manifest.ts';
import { describeMlcPack } from './describe-mlc-pack.ts';
import { wishAtAddress, wishForModel } from './hub-wish.ts';
import { hubModels } from './index.ts';

const commit = 'b'.repeat(40);
const permits = { grant: async () => async () => {} } as unknown as Permits;
const policy = { stallTime: 10_000, attempts: 1, firstPause: 1 };
const [model] = await hubModels();
const [variant] = model!.variants;
const library = new TextEncoder().encode('\0asm, as far as it matters here');

let hub: HubServer;
beforeAll(async () => void (hub = await startHubServer()));
afterAll(() => hub.close());

const config = (text: string) => ({ bytes: new TextEncoder().encode(text) });

/** A repository as MLC's are, with more in it than WebLLM reads. */
function publish(repository: string, chatConfig: string): void {
	hub.serve('/libraries/a.wasm', library);
	hub.publish(repository, commit, {
		'README.md': config('# A model'),
		'mlc-chat-config.json': config(chatConfig),
		'ndarray-cache.json': config('{}'),
		'params_shard_0.bin': { bytes: new Uint8Array(9000), lfs: true },
		'params_shard_1.bin': { bytes: new Uint8Array(7000), lfs: true },
		'tokenizer.json': config('{}'),
		'tokenizer_config.json': config('{}'),
	});
}

const ask = (wish: Parameters<typeof resolveHubPack>[0]) =>
	resolveHubPack(
		wish,
		new HubClient({ hub: hub.url, mirrors: [] }, (url, signal) => fetch(url, { signal }), policy),
		permits,
	);

test('a model of the catalogue becomes a pack: what WebLLM reads, and the library', async () => {
	publish(variant!.repository, '{}');
	const here = { ...variant!, libraryUrl: `${hub.url}libraries/a.wasm` };
	const { manifest } = await ask(wishForModel(model!, here));
	const set = fileSetFor(manifest, 'web-llm');
	expect(set.files.map(({ path }) => path)).toEqual([
		'mlc-chat-config.json',
		'ndarray-cache.json',
		'params_shard_0.bin',
		'params_shard_1.bin',
		'tokenizer.json',
		'a.wasm',
	]);
	expect(libraryOf(set)).toMatchObject({
		url: here.libraryUrl,
		bytes: library.length,
		sha256: createHash('sha256').update(library).digest('hex'),
	});
	expect(set.requires?.features).toEqual(variant!.features);
	expect(manifest).toMatchObject({
		id: 'smollm2-360m.f16',
		name: model!.name,
		hub: { repository: variant!.repository, revision: commit },
		contextWindow: variant!.contextWindow,
	});
});

describe('a model at an address', () => {
	const wish = () => wishAtAddress('Some_One/My-Model.q4f16_1', `${hub.url}libraries/a.wasm`);

	it('is described by its own configuration and its size', async () => {
		publish(wish().repository, '{"quantization": "q4f16_1", "context_window_size": 32768}');
		const manifest = await describeMlcPack(await ask(wish()));
		const set = fileSetFor(manifest, 'web-llm');
		expect(manifest).toMatchObject({
			id: 'hub.some-one.my-model.q4f16-1',
			name: 'My-Model.q4f16_1',
			quantization: 'q4f16_1',
			contextWindow: 4096,
			languages: [],
		});
		expect(set.requires?.features).toEqual(['shader-f16']);
		expect(set.memoryBytes).toBeGreaterThan(bytesOf(set));
	});

	it('may say little of itself', async () => {
		publish(wish().repository, '{"context_window_size": -1}');
		const manifest = await describeMlcPack(await ask(wish()));
		expect(manifest).toMatchObject({ quantization: 'NOASSERTION', contextWindow: 4096 });
		expect(fileSetFor(manifest, 'web-llm').requires).toBeUndefined();
	});

	it.each(['', '{', '3', '{"quantization": 4}'])(
		'with a configuration %j is refused',
		async (text) => {
			publish(wish().repository, text);
			await expect(ask(wish()).then(describeMlcPack)).rejects.toMatchObject({
				code: 'invalid-input',
				data: { file: 'mlc-chat-config.json' },
			});
		},
	);

	it('is not there', async () => {
		const nobody = wishAtAddress('no/body', `${hub.url}libraries/a.wasm`);
		await expect(ask(nobody)).rejects.toMatchObject({
			code: 'offline',
			data: { reason: 'missing' },
		});
	});
});
