import type { PackManifest } from '../manifest.ts';

/** A repository on a hub, at a commit. */
export type HubPlace = NonNullable<PackManifest['hub']>;

/** Whether the text is `owner/name` and nothing that an address reads otherwise. */
export function isRepositoryName(text: string): boolean {
	return /^[A-Za-z0-9][A-Za-z0-9._-]{0,95}\/[A-Za-z0-9][A-Za-z0-9._-]{0,95}$/.test(text);
}

/** Where a hub says which commit a branch, a tag or a shortened commit stands for. */
export function commitAddress(base: string, repository: string, revision: string): URL {
	return new URL(`api/models/${repository}/revision/${encodeURIComponent(revision)}`, base);
}

/** Where a hub lists the files of a commit. `cursor` is what the page before gave. */
export function treeAddress(base: string, place: HubPlace, cursor?: string): URL {
	const { repository, revision } = place;
	const address = new URL(`api/models/${repository}/tree/${revision}?recursive=true`, base);
	if (cursor !== undefined) address.searchParams.set('cursor', cursor);
	return address;
}

/** Where a hub has a file. Large ones are redirected from there to another host. */
export function fileAddress(base: string, { repository, revision }: HubPlace, path: string): URL {
	return new URL(`${repository}/resolve/${revision}/${path}`, base);
}
