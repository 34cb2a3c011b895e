import type { Settings } from '../../storage/settings.ts';

/** The hosts that may be asked for a pack's files, each laid out as the hub is. */
export interface PackHosts {
	/** Base address of the model hub, with a slash at its end. */
	readonly hub: string;
	/** Base addresses of copies of it that the person has added, in the order in which they are asked. */
	readonly mirrors: readonly string[];
}

/** Where packs are fetched from until the person says otherwise. */
export const defaultHosts: PackHosts = { hub: 'https://huggingface.co/', mirrors: [] };

/** All base addresses, in the order in which they are asked. */
export function baseAddressesOf({ hub, mirrors }: PackHosts): string[] {
	return [...new Set([hub, ...mirrors])];
}

/** The hosts that the person has set. */
export function hostsIn(settings: Pick<Settings, 'get'>): PackHosts {
	return { hub: settings.get('hub'), mirrors: settings.get('mirrors') };
}

/** Host and port of a base address, as a person reads it. */
export function hostOf(base: string): string {
	return new URL(base).host;
}
