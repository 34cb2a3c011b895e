import { serve } from '../../src/lib/rpc.ts';
import { downloadFile } from '../../src/packs/download/download-file.ts';
import { Experience } from '../../src/packs/download/experience.ts';
import { httpSource, type Source } from '../../src/packs/download/source.ts';
import { defaultPolicy } from '../../src/packs/download/transfer-policy.ts';
import { Database } from '../../src/storage/database.ts';
import { openShelves } from '../../src/storage/open-shelves.ts';
import type { DownloadWay, DownloadWorker } from './download-contract.ts';

const shards = openShelves(new Database());

serve<DownloadWorker>(self as never, {
	async fetchAll(files, way) {
		for (const { sha256 } of files) await shards.delete(sha256);
		const policy = way === 'serial' ? { ...defaultPolicy, lanes: 1 } : defaultPolicy;
		const experience = new Experience(policy);
		const begun = performance.now();
		for (const { url, ...file } of files) {
			const sources = [sourceAt(url, way)];
			const steps = downloadFile({ path: url, ...file }, sources, shards, { policy, experience });
			for await (const step of steps) void step;
		}
		return performance.now() - begun;
	},
});

function sourceAt(url: string, way: DownloadWay): Source {
	const source = httpSource('origin', 'bench', new URL(url));
	if (way !== 'whole') return source;
	return { ...source, request: (_, signal) => source.request(undefined, signal) };
}
