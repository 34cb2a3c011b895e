import type { PackEngine, PackManifest } from '../packs/manifest.ts';
import type { DeviceReport } from './device.ts';

/** The engine that serves the pack best on this device: whose file set is to be fetched. */
export function chooseEngine(manifest: PackManifest, device: DeviceReport): PackEngine {
	const sets = manifest.fileSets.map((set) => set.engine);
	return device.gpu.status === 'available' && sets.includes('web-llm') ? 'web-llm' : 'wllama';
}
