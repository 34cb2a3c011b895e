import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** SHA-256 of a file, in lower-case hex. */
export async function sha256OfFile(path) {
	const hash = createHash('sha256');
	await pipeline(createReadStream(path), hash);
	return hash.digest('hex');
}

/** SHA-256 of bytes in memory, in lower-case hex. */
export function sha256(bytes) {
	return createHash('sha256').update(bytes).digest('hex');
}
