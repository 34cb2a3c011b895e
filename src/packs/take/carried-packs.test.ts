import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { testFile, testManifest } from '../carry/testing/quern-file.ts';
import { encodeIndex, readCarriedPacks } from './carried-packs.ts';

let server: Server | undefined;
afterEach(() => void server?.close());

/** A host that has this at the index's place. */
async function hostWith(status: number, body: string | Uint8Array): Promise<string> {
	server = createServer((request, response) => {
		response.writeHead(request.url === '/quern/packs/index.json' ? status : 404).end(body);
	});
	await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}/quern/`;
}

test('packs that were taken along are found beside the app, and come from nowhere else', async () => {
	const file = await testFile('model.bin', 'weights');
	const manifest = testManifest([file], {
		hub: { repository: 'a/b', revision: '0'.repeat(40) },
	});
	manifest.fileSets[0]!.files[0]!.url = 'https://hub.example/model.bin';
	const url = await hostWith(200, encodeIndex([{ manifest, engine: 'wllama' }]));
	const expected = testManifest([file]);
	expect(await readCarriedPacks(url)).toEqual([{ engine: 'wllama', manifest: expected }]);
});

test.each([
	['nothing', 404, ''],
	['a web page', 200, '<!doctype html>'],
	['a later version', 200, '{"quern":2,"packs":[]}'],
	['a manifest that is none', 200, '{"quern":1,"packs":[{"engine":"wllama","manifest":{}}]}'],
	['endless text', 200, `{"quern":1,"packs":[]${' '.repeat(5 * 1024 * 1024)}}`],
])('%s in its place is no pack', async (_what, status, body) => {
	expect(await readCarriedPacks(await hostWith(status, body))).toEqual([]);
});

test('no host at all is no pack either', async () => {
	const url = await hostWith(200, '');
	server!.close();
	server!.closeAllConnections();
	expect(await readCarriedPacks(url)).toEqual([]);
});
