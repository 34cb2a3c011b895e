// Starts Quern from this folder: node serve.mjs
// Needs Node 14 or later, and no network. Only this computer can reach what it serves.
import { createReadStream, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, 'app');
const headers = JSON.parse(readFileSync(join(here, 'headers.json'), 'utf8'));
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

async function fileAt(url) {
	try {
		const { pathname } = new URL(url, 'http://localhost');
		const path = join(root, decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname));
		const info = await stat(path);
		if (path.startsWith(root + sep) && info.isFile()) return { path, size: info.size };
	} catch {
		// There is no such file.
	}
	return undefined;
}

/** One simple range, as browsers send it; anything else is answered whole. */
function rangeIn(header, size) {
	const match = /^bytes=(\d+)-(\d*)$/.exec(header ?? '');
	if (!match) return { start: 0, end: size - 1, status: 200 };
	const start = Number(match[1]);
	const end = match[2] ? Math.min(Number(match[2]), size - 1) : size - 1;
	return { start, end, status: start <= end ? 206 : 416 };
}

async function respond(request, response) {
	// A content security policy on the service worker's own script would bind what it fetches.
	const isServiceWorker = /^\/sw\.js(\?|$)/.test(request.url ?? '');
	if (!isServiceWorker) {
		for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
	}
	if (request.method !== 'GET' && request.method !== 'HEAD') return response.writeHead(405).end();
	const file = await fileAt(request.url ?? '/');
	if (!file) return response.writeHead(404, { 'Content-Type': types['.txt'] }).end('Not found');
	const { start, end, status } = rangeIn(request.headers.range, file.size);
	response.setHeader('Content-Type', types[extname(file.path)] ?? 'application/octet-stream');
	response.setHeader('Accept-Ranges', 'bytes');
	response.setHeader('Cache-Control', 'no-cache');
	if (status === 416) return response.writeHead(416, { 'Content-Range': `bytes */${file.size}` }).end();
	if (status === 206) response.setHeader('Content-Range', `bytes ${start}-${end}/${file.size}`);
	response.writeHead(status, { 'Content-Length': end - start + 1 });
	if (request.method === 'HEAD' || file.size === 0) return response.end();
	const stream = createReadStream(file.path, { start, end });
	response.on('close', () => stream.destroy());
	stream.on('error', () => response.destroy());
	stream.pipe(response);
}

/** A browser keeps models by address: the same port each time finds them again. */
function listen(port) {
	const server = createServer((request, response) => {
		respond(request, response).catch(() => response.destroy());
	});
	server.on('error', (error) => {
		if (error.code === 'EADDRINUSE' && port < 4200 && !process.env.PORT) return listen(port + 1);
		console.error(error.message);
		process.exitCode = 1;
	});
	server.listen(port, '127.0.0.1', () => {
		console.log(`Quern: http://localhost:${port}/  (Ctrl+C)`);
	});
}

listen(Number(process.env.PORT) || 4173);
