declare const self: ServiceWorkerGlobalScope;

/** A built file, by its address below the app's folder, and its digest. */
interface OwnFile {
	readonly url: string;
	readonly integrity: string;
}

const CACHE = 'quern-own-script';

/**
 * Keeps this very script beside the files that it lists: whoever takes the app along needs it, and no browser gives
 * it out again. Never throws: without it the app works all the same.
 */
export async function keepOwnScript(files: readonly OwnFile[]): Promise<void> {
	try {
		await (await caches.open(CACHE)).put(keyOf(files), new Response(await fetchOwnScript(files)));
	} catch (error) {
		console.warn('The service worker is not kept.', error);
	}
}

/** Drops the scripts of versions before. */
export async function dropOldScripts(files: readonly OwnFile[]): Promise<void> {
	const cache = await caches.open(CACHE);
	for (const { url } of await cache.keys()) {
		if (url !== keyOf(files)) await cache.delete(url);
	}
}

/** Tells the page that asked what the app is made of; without a script where it cannot be had. */
export async function answerOwnCopy(
	event: ExtendableMessageEvent,
	files: readonly OwnFile[],
): Promise<void> {
	const kept = await (await caches.open(CACHE)).match(keyOf(files));
	const script = await (kept?.text() ?? fetchOwnScript(files)).catch(() => undefined);
	const list = files.map(({ url, integrity }) => ({ url, integrity }));
	event.ports[0]?.postMessage({ files: list, script });
}

async function fetchOwnScript(files: readonly OwnFile[]): Promise<string> {
	const response = await fetch(self.location.href, { cache: 'no-cache' });
	const script = await response.text();
	// The host may have a later version by now: that one lists another page.
	if (!response.ok || !script.includes(markOf(files))) throw new Error('another version');
	return script;
}

/** The digest of the app's one page tells versions apart. */
function markOf(files: readonly OwnFile[]): string {
	return files.find(({ url }) => url === 'index.html')?.integrity ?? '';
}

function keyOf(files: readonly OwnFile[]): string {
	return `${self.location.href}?${encodeURIComponent(markOf(files))}`;
}
