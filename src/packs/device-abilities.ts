import type { FileSet } from './manifest.ts';

/** What a device's GPU gives a compiled library, in WebGPU's own names. */
export interface DeviceAbilities {
	readonly features: readonly string[];
	readonly limits: Readonly<Record<string, number>>;
}

/** Whether that is enough for what a file set says it needs. A limit that is not told is not met. */
export function meets(abilities: DeviceAbilities, needed: FileSet['requires']): boolean {
	const { features = [], limits = {} } = needed ?? {};
	return (
		features.every((feature) => abilities.features.includes(feature)) &&
		Object.entries(limits).every(([name, value]) => (abilities.limits[name] ?? 0) >= value)
	);
}
