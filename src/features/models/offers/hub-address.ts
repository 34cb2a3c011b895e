import { parseUrl } from '../../../lib/parse-url.ts';
import { isSafeAddress } from '../../../lib/safe-address.ts';

/** Letters that a hub allows in the name of an owner or of a model. */
const REPOSITORY = /^[A-Za-z0-9][A-Za-z0-9._-]*\/[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** The repository that a person means by what they typed or pasted: owner/name, or its address on a hub. */
export function repositoryIn(text: string): string | undefined {
	const typed = text.trim();
	const path = /^https?:\/\/[^/]+\/(.+)$/i.exec(typed)?.[1] ?? typed;
	const [owner = '', name = ''] = path.split(/[/?#]/);
	const repository = `${owner}/${name}`;
	const isWhole = typed !== path || typed === repository || typed === `${repository}/`;
	return isWhole && REPOSITORY.test(repository) && repository.length <= 200
		? repository
		: undefined;
}

/** Whether a compiled library may be fetched from an address: it names a .wasm file and cannot be changed on the way. */
export function isLibraryAddress(text: string): boolean {
	const address = parseUrl(text);
	if (!address || !isSafeAddress(address) || !address.pathname.endsWith('.wasm')) return false;
	return !address.username && !address.password && !address.hash;
}
