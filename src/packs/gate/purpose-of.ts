import { parseUrl } from '../../lib/parse-url.ts';
import type { Permit } from '../../storage/permits.ts';
import type { Purpose } from '../../storage/records/ledger-entry.ts';
import { commitAddress, fileAddress, treeAddress } from '../hub/hub-address.ts';
import { baseAddressesOf, type PackHosts } from '../hub/pack-hosts.ts';
import { fileSetFor, isFilePath } from '../manifest.ts';
import type { PendingInstallation } from '../records/pending-installation.ts';

/** What the person has asked for, as the database knows it. */
export interface Wishes {
	readonly pending: readonly PendingInstallation[];
	readonly permits: readonly Permit[];
	readonly hosts: PackHosts;
}

const COMMIT = /^[0-9a-f]{40}$/;

/**
 * What a request to this address is needed for: a file of an installation that the person began, or a look into a
 * repository that they asked for. Undefined where nothing needs it.
 */
export function purposeOf(url: URL, wishes: Wishes): Purpose | undefined {
	if (url.username || url.password) return undefined;
	return installedFile(url, wishes) ?? lookIntoRepository(url, wishes);
}

function installedFile({ href }: URL, { pending, hosts }: Wishes): Purpose | undefined {
	const bases = baseAddressesOf(hosts);
	for (const { manifest, engine, fromFile } of pending) {
		if (fromFile) continue;
		const { hub, name } = manifest;
		for (const { path, url } of fileSetFor(manifest, engine).files) {
			const isFile =
				(url !== undefined && new URL(url).href === href) ||
				(hub && bases.some((base) => fileAddress(base, hub, path).href === href));
			if (isFile) return { kind: 'file', pack: name, file: path };
		}
	}
	return undefined;
}

function lookIntoRepository(url: URL, { permits, hosts }: Wishes): Purpose | undefined {
	const bases = baseAddressesOf(hosts);
	for (const { repository, library } of permits) {
		const isNeeded =
			(library !== undefined && parseUrl(library)?.href === url.href) ||
			bases.some((base) => isListing(url, base, repository) || isFile(url, base, repository));
		if (isNeeded) return { kind: 'repository', repository };
	}
	return undefined;
}

/** A commit, or a page of its list of files. */
function isListing(url: URL, base: string, repository: string): boolean {
	const [last = ''] = url.pathname.split('/').slice(-1);
	if (commitAddress(base, repository, decode(last)).href === url.href) return true;
	if (!COMMIT.test(last)) return false;
	const cursor = url.searchParams.get('cursor') ?? undefined;
	return treeAddress(base, { repository, revision: last }, cursor).href === url.href;
}

/** Any file of the repository, at a commit: which are read for their digests is only known once they are listed. */
function isFile(url: URL, base: string, repository: string): boolean {
	const folder = new URL(`${repository}/resolve/`, base).href;
	if (!url.href.startsWith(folder)) return false;
	const [revision = '', ...path] = url.href.slice(folder.length).split('/');
	return COMMIT.test(revision) && isFilePath(path.join('/'));
}

function decode(segment: string): string {
	try {
		return decodeURIComponent(segment);
	} catch {
		return segment;
	}
}
