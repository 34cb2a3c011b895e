import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { startServer } from '../scripts/serve.mjs';

/** What is wrong with one file, for as long as it is in force. */
export type SiteFault = 'flipped bit' | 'truncated file' | 'web page' | 'held in the middle';

export const siteFaults = ['flipped bit', 'truncated file', 'web page'] as const;

const PAGE = '<!DOCTYPE html><html><head><title>Sign in</title></head><body>Welcome</body></html>';
/** Bytes that a truncated file lacks. */
const LACK = 4096;

/** The bench's own pages with their models on a server that counts what it sends and spoils one file. */
export class FaultySite {
	readonly #root: string;
	#server: Awaited<ReturnType<typeof startServer>> | undefined;
	#fault:
		{ readonly name: SiteFault; readonly file: string; readonly reached: () => void } | undefined;
	#sent = new Map<string, number>();

	private constructor(root: string) {
		this.#root = root;
	}

	static async start(root: string): Promise<FaultySite> {
		const site = new FaultySite(root);
		site.#server = await startServer({
			root,
			intercept: (request, response) => site.#intercept(request, response),
		});
		return site;
	}

	get url(): string {
		return `http://127.0.0.1:${this.#server?.port}/`;
	}

	/** Spoils the file that `path` ends with. The promise resolves when it has been asked for. */
	spoil(name: SiteFault, file: string): Promise<void> {
		return new Promise((reached) => (this.#fault = { name, file, reached }));
	}

	mend(): void {
		this.#fault = undefined;
	}

	/** Bytes sent of files whose path has `part` in it, since the last call. */
	takeSent(part: string): number {
		let sum = 0;
		for (const [path, bytes] of this.#sent) if (path.includes(part)) sum += bytes;
		this.#sent = new Map();
		return sum;
	}

	async close(): Promise<void> {
		await this.#server?.close();
	}

	#intercept(request: IncomingMessage, response: ServerResponse): boolean {
		const path = new URL(request.url ?? '/', 'http://localhost').pathname;
		this.#count(path, response);
		const fault = this.#fault;
		if (!fault || !path.endsWith(fault.file)) return false;
		void this.#answer(fault.name, path, request.headers.range, response).then(fault.reached);
		return true;
	}

	#count(path: string, response: ServerResponse): void {
		const write = response.write.bind(response) as (chunk: Uint8Array, ...rest: never[]) => boolean;
		response.write = ((chunk: Uint8Array, ...rest: never[]) => {
			this.#sent.set(path, (this.#sent.get(path) ?? 0) + chunk.length);
			return write(chunk, ...rest);
		}) as typeof response.write;
	}

	async #answer(
		fault: SiteFault,
		path: string,
		range: string | undefined,
		response: ServerResponse,
	): Promise<void> {
		if (fault === 'web page') {
			response.writeHead(200, { 'Content-Type': 'text/html' }).end(PAGE);
			return;
		}
		const whole = await readFile(join(this.#root, path));
		const middle = whole.length >> 1;
		if (fault === 'flipped bit') whole[middle] = (whole[middle] ?? 0) ^ 1;
		const file = fault === 'truncated file' ? whole.subarray(0, whole.length - LACK) : whole;
		const [, first = '0', last] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? [];
		const start = Number(first);
		const end = Math.min(last ? Number(last) + 1 : file.length, file.length);
		response.writeHead(range ? 206 : 200, {
			'Content-Type': 'application/octet-stream',
			'Content-Length': Math.max(0, end - start),
			...(range && { 'Content-Range': `bytes ${start}-${end - 1}/${file.length}` }),
		});
		if (fault !== 'held in the middle') {
			response.write(file.subarray(start, end));
			response.end();
			return;
		}
		// What is asked for up to the middle comes; then nothing more.
		if (end <= middle) {
			response.write(file.subarray(start, end));
			response.end();
			return new Promise(() => {});
		}
		if (start < middle) response.write(file.subarray(start, middle));
	}
}
