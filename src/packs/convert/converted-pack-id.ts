import type { PackManifest } from '../manifest.ts';
import type { ConversionTarget } from './conversion-target.ts';

const ID_DIGITS = 16;

/** The id of what converting the GGUF file with this digest to the target's layout makes. */
export function convertedPackId(sha256: string, { layout }: ConversionTarget): string {
	return `gguf-${sha256.slice(0, ID_DIGITS)}-${layout.replace('_', '.')}`;
}

/** The digest of the GGUF file that the pack was converted from on a device; undefined for any other pack. */
export function convertedFrom({ id, source }: PackManifest): string | undefined {
	const isConverted = id.startsWith(`gguf-${source.revision.slice(0, ID_DIGITS)}-`);
	return isConverted ? source.revision : undefined;
}
