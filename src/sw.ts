import { PrecacheController, type PrecacheEntry } from 'workbox-precaching';
import securityHeaders from '../security-headers.json';
import type { MessageToServiceWorker } from './app/service-worker-messages.ts';
import { isGateAddress } from './lib/through-gate.ts';
import { openGate } from './sw/open-gate.ts';
import { answerOwnCopy, dropOldScripts, keepOwnScript } from './sw/own-copy.ts';
import { isShare, receiveShare } from './sw/share-target.ts';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: FileEntry[] };

/** A built file: its address, a revision unless the address has a hash, and its digest. */
type FileEntry = PrecacheEntry & { readonly integrity: string };

const { scope } = self.registration;
const ENGINES = 'assets/engines/';
const SHELL_CACHE = 'quern-shell';
const ENGINE_CACHE = 'quern-engines';

/** Every built file but the packs. Code of an engine is megabytes: it is kept once a pack needs it. */
const files: readonly FileEntry[] = self.__WB_MANIFEST;
const isEngine = ({ url }: FileEntry) => url.startsWith(ENGINES);
const shell = new PrecacheController({ cacheName: SHELL_CACHE });
shell.addToCacheList(files.filter((file) => !isEngine(file)));
const engineDigests = new Map(
	files.filter(isEngine).map(({ url, integrity }) => [new URL(url, scope).href, integrity]),
);

const gate = openGate(scope, self);

/** Engine files on their way. */
const arriving = new Map<string, Promise<Response>>();

// A file whose digest is not the built one ends the installation: the version before goes on.
self.addEventListener('install', (event) => {
	event.waitUntil(Promise.all([shell.install(event), keepOwnScript(files)]));
});

// Files of the version before stay: an open page may still load the rest of itself. See `sweep`.
self.addEventListener('activate', (event) => {
	event.waitUntil(Promise.all([self.clients.claim(), dropOldScripts(files)]));
});

self.addEventListener('message', (event) => {
	const message = event.data as MessageToServiceWorker;
	if (message.type === 'own-copy') event.waitUntil(answerOwnCopy(event, files));
	if (message.type === 'skip-waiting') event.waitUntil(self.skipWaiting());
	if (message.type === 'keep-engine') event.waitUntil(keepEngine(message.folder));
});

self.addEventListener('fetch', (event) => {
	const { request } = event;
	if (isShare(request, scope)) return event.respondWith(receiveShare(request, scope));
	if (request.method !== 'GET' || !request.url.startsWith(scope)) return;
	const path = request.url.slice(scope.length);
	if (isGateAddress(request.url)) return fromGate(event);
	if (path.startsWith('packs/')) return;
	if (path.startsWith(ENGINES)) return event.respondWith(fromEngineCache(request));
	if (request.mode !== 'navigate') return event.respondWith(fromShell(request));
	event.respondWith(/^(index\.html)?([?#]|$)/.test(path) ? openApp() : openOther(request));
	event.waitUntil(sweep(event));
});

/** Another host's answer. The browser is not to end this worker before all of it has gone through. */
function fromGate(event: FetchEvent): void {
	const { request, clientId } = event;
	const isAskerThere = async () => !clientId || (await self.clients.get(clientId)) !== undefined;
	const answer = gate.answer(request, isAskerThere);
	event.respondWith(answer.then(({ response }) => response));
	event.waitUntil(answer.then(({ ended }) => ended));
}

/** The app's one page; where in the app is in the hash. */
async function openApp(): Promise<Response> {
	return isolated((await shell.matchPrecache('index.html')) ?? (await fetch('index.html')));
}

/** Another document beside the app, such as the licences; without a network the app. */
async function openOther(request: Request): Promise<Response> {
	return fromShell(request).catch(openApp);
}

/** A precached file of this version or the one before, else the network. */
async function fromShell(request: Request): Promise<Response> {
	const current = await shell.matchPrecache(request.url);
	if (current) return isolated(current);
	const cache = await caches.open(SHELL_CACHE);
	return isolated((await cache.match(request)) ?? (await fetch(request)));
}

/** Addresses of engine files carry a hash of their content, so what is cached is right for ever. */
async function fromEngineCache(request: Request): Promise<Response> {
	const cache = await caches.open(ENGINE_CACHE);
	const cached = await cache.match(request.url);
	if (cached) return isolated(cached);
	return isolated(await fetchEngineFile(request.url));
}

async function keepEngine(folder: string): Promise<void> {
	const cache = await caches.open(ENGINE_CACHE);
	const prefix = new URL(`${ENGINES}${folder}/`, scope).href;
	for (const url of engineDigests.keys()) {
		if (!url.startsWith(prefix) || (await cache.match(url))) continue;
		// Without a network there is nothing to be done now: the next opening of the app asks again.
		await fetchEngineFile(url).catch(() => {});
	}
}

/** Fetches a file and caches it: once, where the page and `keepEngine` ask for it at the same time. */
async function fetchEngineFile(url: string): Promise<Response> {
	let arrival = arriving.get(url);
	if (!arrival) {
		arrival = fetchAndCache(url).finally(() => arriving.delete(url));
		arriving.set(url, arrival);
	}
	return (await arrival).clone();
}

async function fetchAndCache(url: string): Promise<Response> {
	const integrity = engineDigests.get(url);
	if (!integrity) return fetch(url);
	const response = await fetch(url, { integrity });
	if (response.ok) await (await caches.open(ENGINE_CACHE)).put(url, response.clone());
	return response;
}

/**
 * Removes the files of versions before this, once a page opens and no other is open that might need them. The
 * page that is being left by the navigation does not count. The files of a version to come are in the
 * same cache: while there is one, nothing is removed.
 */
async function sweep(event: FetchEvent): Promise<void> {
	if (self.registration.installing || self.registration.waiting) return;
	const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
	const leaving = [event.clientId, event.resultingClientId];
	if (pages.some(({ id }) => !leaving.includes(id))) return;
	await keepOnly(SHELL_CACHE, new Set(shell.getURLsToCacheKeys().values()));
	await keepOnly(ENGINE_CACHE, new Set(engineDigests.keys()));
}

async function keepOnly(cacheName: string, urls: ReadonlySet<string>): Promise<void> {
	const cache = await caches.open(cacheName);
	for (const request of await cache.keys()) {
		if (!urls.has(request.url)) await cache.delete(request);
	}
}

/** The response with the security headers that its host did not send. */
function isolated(response: Response): Response {
	if (response.type === 'error' || response.type === 'opaque' || response.redirected) {
		return response;
	}
	const headers = new Headers(response.headers);
	for (const [name, value] of Object.entries(securityHeaders)) {
		if (!headers.has(name)) headers.set(name, value);
	}
	return new Response(response.body, {
		status: response.status,
		statusText: response.statusText,
		headers,
	});
}
