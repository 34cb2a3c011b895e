import type { PackFile, PackManifest } from '../../../src/packs/manifest.ts';
import type { Schedule } from '../schedule.ts';
import type { FaultControl } from './fault-control.ts';

const REVISION = 'c'.repeat(40);
const NAMES = ['weights.gguf', 'params/shard_1.bin', 'config.json'];

/** The packs of a schedule, and where the fault server has them. */
export class ChaosPacks {
	/** Names the schedule's packs, paths, database and folder, and is in no other schedule's. */
	readonly id: string;
	readonly #schedule: Schedule;
	readonly #server: FaultControl;

	constructor(schedule: Schedule, server: FaultControl) {
		this.#schedule = schedule;
		this.#server = server;
		this.id = `c${schedule.seed}-${schedule.index}-x`;
	}

	/** The hosts to ask; the app's own site is none of them. */
	get hosts() {
		const [hub = 'hub', ...mirrors] = this.#schedule.hosts.map((host) => `http://${host}.test/`);
		return { hub, mirrors };
	}

	/** Where the server has a file of the pack, for a request to that host. */
	pathOf(host: string, file: number): string {
		const name = NAMES[file];
		return host === 'origin'
			? `/packs/${this.id}/${name}`
			: `/${host}.test/owner/${this.id}/resolve/${REVISION}/${name}`;
	}

	/** Puts the pack on all its hosts. */
	async serve(): Promise<PackManifest> {
		const { files, hosts, wrongHosts } = this.#schedule;
		const served: PackFile[] = [];
		for (const [i, bytes] of files.entries()) {
			for (const host of [...hosts].reverse()) {
				const seed = this.#seed(i) + (wrongHosts.includes(host) ? 500_000 : 0);
				const { sha256 } = await this.#server.serve(this.pathOf(host, i), bytes, seed);
				if (!wrongHosts.includes(host)) served[i] = { path: NAMES[i]!, bytes, sha256 };
			}
		}
		const isOfHub = hosts[0] !== 'origin';
		return manifestOf(this.id, served, {
			...(isOfHub && { hub: { repository: `owner/${this.id}`, revision: REVISION } }),
		});
	}

	/** Puts the pack on the site that is installed before. */
	async serveNeighbour(): Promise<PackManifest> {
		const { neighbour, files } = this.#schedule;
		const shared: [string, number, number] = ['shared.bin', files[1]!, this.#seed(1)];
		const own: [string, number, number] = ['own.bin', 20_000, this.#seed(9)];
		const id = `${this.id}-n`;
		const served: PackFile[] = [];
		for (const [path, bytes, seed] of neighbour === 'shares' ? [shared, own] : [own]) {
			const { sha256 } = await this.#server.serve(`/packs/${id}/${path}`, bytes, seed);
			served.push({ path, bytes, sha256 });
		}
		return manifestOf(id, served);
	}

	#seed(file: number): number {
		return this.#schedule.index * 10 + file;
	}
}

function manifestOf(id: string, files: PackFile[], more: Partial<PackManifest> = {}): PackManifest {
	return {
		schema: 1,
		id,
		name: 'Chaos pack',
		tasks: ['chat'],
		languages: ['en'],
		license: { spdx: 'Apache-2.0', holder: 'nobody' },
		source: { name: 'fault server', revision: '1' },
		parameters: 1,
		quantization: 'none',
		contextWindow: 1,
		fileSets: [{ engine: 'wllama', files, memoryBytes: 1 }],
		...more,
	};
}
