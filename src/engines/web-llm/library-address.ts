import type { Library } from './libraries.ts';

/** Absolute address of a shipped library. For pages: a worker's own address is another folder's. */
export function addressOf({ file }: Library): string {
	return new URL(`${import.meta.env.BASE_URL}libraries/${file}`, document.baseURI).href;
}
