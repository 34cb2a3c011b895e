// Serves a folder as a static host would, with the security headers and byte ranges.
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const types = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.mjs': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json',
	'.webmanifest': 'application/manifest+json',
	'.wasm': 'application/wasm',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.woff2': 'font/woff2',
	'.txt': 'text/plain; charset=utf-8',
};

const headersFile = fileURLToPath(new URL('../security-headers.json', import.meta.url));

/**
 * Starts a static server on loopback.
 * @param {object} options
 * @param {string} options.root folder to serve
 * @param {number} [options.port] 0 takes a free one
 * @param {boolean} [options.secure] false leaves the security headers out, as plain hosts do
 * @param {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => boolean} [options.intercept]
 *   sees every request first; true says that it answers
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>}
 */
export async function startServer({ root, port = 0, secure = true, intercept }) {
	const headers = secure ? JSON.parse(await readFile(headersFile, 'utf8')) : {};
	const server = createServer((request, response) => {
		if (intercept?.(request, response)) return;
		respond(root, headers, request, response).catch(() => {
			if (!response.headersSent) response.writeHead(500);
			response.end();
		});
	});
	await new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	const actual = server.address().port;
	return {
		url: `http://localhost:${actual}/`,
		port: actual,
		close: () => {
			server.closeAllConnections();
			return new Promise((resolve) => server.close(() => resolve()));
		},
	};
}

async function respond(root, headers, request, response) {
	// The service worker's own policy would bind its requests, and it is the app's one way to other hosts.
	const isServiceWorker = new URL(request.url ?? '/', 'http://localhost').pathname.endsWith(
		'/sw.js',
	);
	if (!isServiceWorker) {
		for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
	}
	if (request.method !== 'GET' && request.method !== 'HEAD') {
		return response.writeHead(405, { Allow: 'GET, HEAD' }).end();
	}
	const file = await resolveFile(root, request.url ?? '/');
	if (!file) return response.writeHead(404, { 'Content-Type': types['.txt'] }).end('Not found');

	const etag = `"${file.size.toString(36)}-${Math.trunc(file.mtimeMs).toString(36)}"`;
	const isHashed = /[/\\]assets[/\\]/.test(file.path);
	response.setHeader('Content-Type', types[extname(file.path)] ?? 'application/octet-stream');
	response.setHeader('Accept-Ranges', 'bytes');
	response.setHeader('ETag', etag);
	response.setHeader('Cache-Control', isHashed ? 'max-age=31536000, immutable' : 'no-cache');
	if (request.headers['if-none-match'] === etag) return response.writeHead(304).end();

	const range = parseRange(request.headers.range, file.size);
	if (range === 'unsatisfiable') {
		return response.writeHead(416, { 'Content-Range': `bytes */${file.size}` }).end();
	}
	const { start, end } = range ?? { start: 0, end: file.size - 1 };
	response.writeHead(range ? 206 : 200, {
		'Content-Length': end - start + 1,
		...(range && { 'Content-Range': `bytes ${start}-${end}/${file.size}` }),
	});
	if (request.method === 'HEAD' || file.size === 0) return response.end();
	const stream = createReadStream(file.path, { start, end });
	response.on('close', () => stream.destroy());
	stream.on('error', () => response.destroy());
	stream.pipe(response);
}

async function resolveFile(root, url) {
	let pathname;
	try {
		pathname = decodeURIComponent(new URL(url, 'http://localhost').pathname);
	} catch {
		return undefined;
	}
	const folder = resolve(root);
	const path = join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
	if (!path.startsWith(folder + sep)) return undefined;
	try {
		const info = await stat(path);
		return info.isFile() ? { path, size: info.size, mtimeMs: info.mtimeMs } : undefined;
	} catch {
		return undefined;
	}
}

/** One simple range, as clients send it; anything else is answered whole. */
function parseRange(header, size) {
	const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
	if (!match || (!match[1] && !match[2])) return undefined;
	const start = match[1] ? Number(match[1]) : Math.max(0, size - Number(match[2]));
	const end = match[1] && match[2] ? Math.min(Number(match[2]), size - 1) : size - 1;
	return start > end || start >= size ? 'unsatisfiable' : { start, end };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const root = fileURLToPath(new URL('../dist/', import.meta.url));
	const { url } = await startServer({ root, port: Number(process.env.PORT ?? 4173) });
	console.log(`Quern is at ${url} — press Ctrl+C to stop.`);
}
