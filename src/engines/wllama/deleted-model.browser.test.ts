import { afterAll, beforeAll, expect, test } from 'vitest';
import { toAppError } from '../../lib/errors.ts';
import { starterPack } from '../../packs/catalogue/index.ts';
import { fileSetFor } from '../../packs/manifest.ts';
import { IndexedDbShardStore } from '../../storage/indexed-db-shard-store.ts';
import { freshDatabase } from '../../storage/testing/fresh-database.ts';
import { installStarter } from '../testing/starter-in-store.ts';
import { WllamaEngine } from './engine.ts';

const pack = { manifest: starterPack, engine: 'wllama', installedAt: 0 } as const;
const database = freshDatabase();
/** Another tab's. */
const elsewhere = new IndexedDbShardStore(freshDatabase(database.name));
const store = new IndexedDbShardStore(database);
const engine = new WllamaEngine({ store });

beforeAll(async () => void (await installStarter(store, 'wllama')), 60_000);
afterAll(() => engine.unload());

async function answer(): Promise<string> {
	const messages = [{ role: 'user', content: 'What is the capital of France?' }] as const;
	let text = '';
	for await (const delta of engine.generate({ messages, temperature: 0, maxTokens: 12 })) {
		if (delta.type === 'text') text += delta.text;
	}
	return text;
}

async function deleteAll(): Promise<void> {
	for (const { sha256 } of fileSetFor(starterPack, 'wllama').files) await elsewhere.delete(sha256);
}

test('deleted by another tab while it loads, a model loads all the same or is said to be broken', async () => {
	const load = engine.load(pack)[Symbol.asyncIterator]();
	await load.next();
	await deleteAll();
	const failure = await (async () => {
		while (!(await load.next()).done);
	})().catch(toAppError);
	if (failure) expect(failure).toMatchObject({ code: 'corrupt' });
	else expect(await answer()).toContain('Paris');
	await engine.unload();
	// Now that it is known to be gone, it is named.
	const again = engine.load(pack)[Symbol.asyncIterator]();
	const missing = await (async () => {
		while (!(await again.next()).done);
	})().catch(toAppError);
	expect(missing).toMatchObject({ code: 'corrupt', data: { file: expect.any(String) } });
});
