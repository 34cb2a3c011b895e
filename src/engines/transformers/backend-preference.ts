import type { InstalledPack } from '../../packs/installed-pack.ts';
import { fileSetFor } from '../../packs/manifest.ts';
import type { Database } from '../../storage/database.ts';
import {
	backendMeasurementRecord,
	type BackendMeasurement,
} from '../../storage/records/backend-measurement.ts';
import type { DeviceReport } from '../device.ts';

/** What was measured on this device: a pack's files on a GPU. Another GPU, or other files, and it is measured anew. */
export class BackendPreference {
	readonly #database: Database;

	constructor(database: Database) {
		this.#database = database;
	}

	async measured(
		pack: InstalledPack,
		device: DeviceReport,
	): Promise<BackendMeasurement | undefined> {
		const stored = await this.#database.transact(['measurements'], 'readonly', (transaction) =>
			transaction.objectStore('measurements').get(keyOf(pack, device)),
		);
		return backendMeasurementRecord.decode(stored);
	}

	async keep(
		pack: InstalledPack,
		device: DeviceReport,
		measurement: BackendMeasurement,
	): Promise<void> {
		await this.#database.transact(['measurements'], 'readwrite', (transaction) =>
			transaction
				.objectStore('measurements')
				.put(backendMeasurementRecord.encode(measurement), keyOf(pack, device)),
		);
	}
}

/** The record's key. Threads decide how fast the processor is, so that they belong to it. */
function keyOf({ manifest }: InstalledPack, { gpu, crossOriginIsolated }: DeviceReport): string {
	const { files } = fileSetFor(manifest, 'transformers');
	const graph = files.find(({ path }) => path.endsWith('.onnx'))?.sha256 ?? manifest.id;
	const adapter =
		gpu.status === 'available'
			? [gpu.vendor, gpu.architecture, gpu.shaderF16].join(' ')
			: gpu.status;
	const threads = crossOriginIsolated ? 'threads' : 'one thread';
	return ['backend', graph, adapter, threads].join(' / ');
}
