import { afterAll, beforeAll, expect, test } from 'vitest';
import { starterPack } from '../../packs/catalogue/index.ts';
import type { InstalledPack } from '../../packs/installed-pack.ts';
import { fileSetFor } from '../../packs/manifest.ts';
import { IndexedDbShardStore } from '../../storage/indexed-db-shard-store.ts';
import { freshDatabase } from '../../storage/testing/fresh-database.ts';
import { sha256Of } from '../sha256-of.ts';
import { WllamaEngine } from './engine.ts';

// The starter's real file, whose chat template is another of the same length. The import finds such a template
// (packs/template); here the engine meets one that got past it.

const store = new IndexedDbShardStore(freshDatabase());
const engine = new WllamaEngine({ store });
/** Digest of the file with the template in it. */
let hostile: string;
const LOOP = '{% for a in range(99999) %}'.repeat(3) + 'x' + '{% endfor %}'.repeat(3);

function packOf(sha256: string): InstalledPack {
	const set = fileSetFor(starterPack, 'wllama');
	const files = set.files.map((file) => ({ ...file, sha256 }));
	const manifest = { ...starterPack, fileSets: [{ ...set, files }] };
	return { manifest, engine: 'wllama', installedAt: 0 };
}

const right = fileSetFor(starterPack, 'wllama').files[0]!;

beforeAll(async () => {
	const response = await fetch(`/packs/${starterPack.id}/${right.path}`);
	const bytes = new Uint8Array(await response.arrayBuffer());
	await store.write(right.sha256, 0, bytes);
	await store.seal(right.sha256, bytes.length);
	const header = new TextDecoder('latin1').decode(bytes.subarray(0, 4 << 20));
	const start = header.indexOf('{% for message in messages %}');
	expect(start).toBeGreaterThan(0);
	// A GGUF file has a text's length before it.
	const length = new DataView(bytes.buffer).getUint32(start - 8, true);
	expect(length).toBeGreaterThan(LOOP.length + 4);
	const template = `${LOOP}{#${' '.repeat(length - LOOP.length - 4)}#}`;
	bytes.set(new TextEncoder().encode(template), start);
	hostile = await sha256Of(bytes.buffer);
	await store.write(hostile, 0, bytes);
	await store.seal(hostile, bytes.length);
});
afterAll(() => engine.unload());

test('a template that never ends can be stopped, and the next model loads and answers', async () => {
	const controller = new AbortController();
	const stuck = (async () => {
		for await (const { fraction } of engine.load(packOf(hostile), controller)) void fraction;
		const request = { messages: [{ role: 'user', content: 'Hello' } as const], maxTokens: 1 };
		for await (const delta of engine.generate(request, controller)) void delta;
	})();
	const ended = stuck.then(
		() => 'answered',
		(error: { code?: string }) => error.code,
	);
	const waited = await Promise.race([
		ended,
		new Promise((resolve) => setTimeout(() => resolve('still running'), 8000)),
	]);
	expect(waited).toBe('still running');
	controller.abort();
	expect(await ended).toBe('aborted');

	await engine.unload();
	for await (const { fraction } of engine.load(packOf(right.sha256))) void fraction;
	let text = '';
	const question = [{ role: 'user', content: 'What is the capital of France?' } as const];
	for await (const delta of engine.generate({
		messages: question,
		maxTokens: 12,
		temperature: 0,
	})) {
		if (delta.type === 'text') text += delta.text;
	}
	expect(text).toContain('Paris');
});
