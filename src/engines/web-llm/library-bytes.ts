import { sha256Of } from '../sha256-of.ts';
import { AppError } from '../../lib/errors.ts';
import type { Library } from './libraries.ts';

const WASM_MAGIC = '\0asm';

/** Whether the bytes begin as compiled code does. */
export function isWasm(bytes: ArrayBuffer): boolean {
	return new TextDecoder().decode(bytes.slice(0, 4)) === WASM_MAGIC;
}

/**
 * Fetches a compiled library from the app's own folder and checks it against the shipped digest, for
 * it is code. Throws `untrusted` where it is another one, `corrupt` where it is no library at all (a
 * captive portal's page, a missing file), `offline` where the server cannot be reached.
 */
export async function fetchLibrary(library: Library, url: string): Promise<ArrayBuffer> {
	const data = { file: library.file };
	const response = await fetch(url).catch((cause: unknown) => {
		throw new AppError('offline', `${url} cannot be reached`, { cause, data });
	});
	const bytes = await response.arrayBuffer();
	if (!response.ok || !isWasm(bytes)) {
		throw new AppError('corrupt', `${url} is no library: status ${response.status}`, { data });
	}
	if ((await sha256Of(bytes)) !== library.sha256) {
		throw new AppError('untrusted', `${url} is not the library that was shipped`, { data });
	}
	return bytes;
}
