import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { libraries, type Library } from './libraries.ts';
import { fetchLibrary } from './library-bytes.ts';

const wasm = Buffer.from('\0asm\x01\0\0\0 as it was shipped', 'latin1');
const library: Library = {
	...libraries[0]!,
	file: 'm.wasm',
	bytes: wasm.length,
	sha256: createHash('sha256').update(wasm).digest('hex'),
};

const answers: Record<string, [status: number, body: Buffer]> = {
	'/shipped': [200, wasm],
	'/changed': [200, Buffer.concat([wasm, Buffer.from('!')])],
	'/portal': [200, Buffer.from('<!doctype html><title>Welcome to the hotel</title>')],
	'/missing': [404, Buffer.from('Not found')],
};

describe('fetchLibrary', () => {
	let server: Server;
	let origin: string;

	beforeAll(async () => {
		server = createServer(({ url }, response) => {
			const [status, body] = answers[url!]!;
			response.writeHead(status).end(body);
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	});
	afterAll(() => server.close());

	it('returns the bytes that were shipped', async () => {
		const bytes = await fetchLibrary(library, `${origin}/shipped`);
		expect(Buffer.from(bytes).equals(wasm)).toBe(true);
	});

	it.each([
		['another library', '/changed', 'untrusted'],
		['a page in its place', '/portal', 'corrupt'],
		['no file', '/missing', 'corrupt'],
	])('refuses %s', async (_, path, code) => {
		await expect(fetchLibrary(library, origin + path)).rejects.toMatchObject({
			code,
			data: { file: 'm.wasm' },
		});
	});

	it('says offline where the server is not reached', async () => {
		await expect(fetchLibrary(library, 'http://127.0.0.1:9/m.wasm')).rejects.toMatchObject({
			code: 'offline',
		});
	});
});
