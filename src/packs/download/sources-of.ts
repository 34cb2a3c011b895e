import { throughGate } from '../../lib/through-gate.ts';
import { fileAddress } from '../hub/hub-address.ts';
import type { PackHosts } from '../hub/pack-hosts.ts';
import type { PackFile, PackManifest } from '../manifest.ts';
import { httpSource, type Source, type SourceKind } from './source.ts';

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
		sources.push(httpSource(kind, address.host, throughGate(address, baseUrl)));
	if (!hub && !file.url) add('origin', new URL(`packs/${id}/${file.path}`, baseUrl));
	if (file.url) add('hub', new URL(file.url));
	if (hub) {
		add('hub', fileAddress(hosts.hub, hub, file.path));
		for (const mirror of hosts.mirrors) add('mirror', fileAddress(mirror, hub, file.path));
	}
	return sources;
}
