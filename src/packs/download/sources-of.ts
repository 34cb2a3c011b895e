import type { PackFile, PackManifest } from '../manifest.ts';
import { httpSource, type Source, type SourceKind } from './source.ts';

/** The hosts that may be asked for a pack's files, each laid out as the hub is. */
export interface PackHosts {
	/** Base address of the model hub. */
	readonly hub: string;
	/** Base addresses of copies of it that the person has added, in the order in which they are asked. */
	readonly mirrors: readonly string[];
}

/** Where packs are fetched from until the person says otherwise. */
export const defaultHosts: PackHosts = { hub: 'https://huggingface.co/', mirrors: [] };

/** What tells where a pack's files are. */
export interface PackPlace {
	readonly manifest: PackManifest;
	/** Absolute URL of the app's folder, with a slash at its end. */
	readonly baseUrl: string;
	readonly hosts: PackHosts;
}

/**
 * Where a file can be had, best first: below the app's own `packs/<id>/` where the pack is at home there, which is
 * where it names no other place; at an address of its own; on the hub at the pinned revision; on the mirrors.
 */
export function sourcesOf({ manifest, baseUrl, hosts }: PackPlace, file: PackFile): Source[] {
	const { id, hub } = manifest;
	const sources: Source[] = [];
	const add = (kind: SourceKind, address: URL) =>
		sources.push(httpSource(kind, address.host, address));
	if (!hub && !file.url) add('origin', new URL(`packs/${id}/${file.path}`, baseUrl));
	if (file.url) add('hub', new URL(file.url));
	if (hub) {
		const path = `${hub.repository}/resolve/${hub.revision}/${file.path}`;
		add('hub', new URL(path, withSlash(hosts.hub)));
		for (const mirror of hosts.mirrors) add('mirror', new URL(path, withSlash(mirror)));
	}
	return sources;
}

function withSlash(base: string): string {
	return base.endsWith('/') ? base : `${base}/`;
}
