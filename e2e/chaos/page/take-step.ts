import { IndexedDbShardStore } from '../../../src/storage/indexed-db-shard-store.ts';
import { fileSetFor } from '../../../src/packs/manifest.ts';
import type { Step } from '../schedule.ts';
import { sha256Of } from './disk.ts';
import { holdFile } from './hold-file.ts';
import type { Scene } from './scene.ts';
import type { Tab } from './tab.ts';
import { sleep, until } from './until.ts';

/** Milliseconds that are waited for requests that may never be made. */
const NO_MORE_REQUESTS = 300;

/** Does what a person, another tab or the system does in a step. */
export async function takeStep(scene: Scene, step: Step): Promise<void> {
	const { disk, findings, packs, server, tabs } = scene;
	scene.doing = JSON.stringify(step);
	tabs.look();
	const tab = await tabs.some();
	switch (step.do) {
		case 'wait':
			return void (await sleep(step.ms));
		case 'await-requests':
			return until(async () => (await scene.countRequests()) >= step.count, NO_MORE_REQUESTS);
		case 'pause-resume':
			await tabs.attempt(tab, () => tab.library.pause());
			await scene.mark();
			await sleep(step.ms);
			return void (await tabs.attempt(tab, () => tab.library.resume()));
		case 'second-tab':
			findings.count('real: second tab');
			return tabs.resumeIn(await tabs.open());
		case 'kill':
			findings.count('real: tab killed');
			tabs.kill(tab);
			await scene.mark();
			return void (await tabs.some());
		case 'cancel':
			findings.count('real: cancelled');
			return void (await tabs.attempt(tab, () => tab.library.cancel()));
		case 'remove-neighbour':
			return removeNeighbour(scene, tab, step.readMeanwhile);
		case 'damage':
			await scene.killAll();
			if (await disk.damage(scene.digestOf(step.file), step.how, step.at)) {
				scene.isDamaged = true;
				findings.count(`real: stored file, ${step.how}`);
			}
			return void (await tabs.some());
		case 'evict':
			return evict(scene, step.what);
		case 'corrupt-record':
			findings.count(`real: corrupt record in ${step.store}`);
			return disk.putGarbage(step.store);
		case 'hold-file':
			return hold(scene, step.file, step.ms);
		case 'outage':
			findings.count('real: outage');
			await server.outage(packs.id, true);
			await sleep(step.ms);
			await server.outage(packs.id, false);
	}
}

async function removeNeighbour(scene: Scene, tab: Tab, readMeanwhile: boolean): Promise<void> {
	const { findings, neighbour: manifest, tabs } = scene;
	if (!manifest || !tab.library.installed.some((pack) => pack.manifest.id === manifest.id)) return;
	findings.count('real: another pack removed');
	const { sha256 } = fileSetFor(manifest, 'wllama').files.at(-1)!;
	const open = readMeanwhile
		? await scene.withDatabase((database) => new IndexedDbShardStore(database).read(sha256))
		: undefined;
	scene.neighbour = undefined;
	const isRemoved = await tabs.attempt(tab, async () => {
		await tab.library.remove(manifest.id, 'wllama');
		await tab.library.forget(manifest.id, 'wllama');
	});
	if (!isRemoved) scene.perhapsRemoved = manifest;
	if (!open) return;
	findings.count('real: read while it is removed');
	const content = await open.arrayBuffer().catch(() => undefined);
	if (content && (await sha256Of(content)) !== sha256) {
		findings.problem('what was open when it was removed reads as other bytes');
	}
}

async function evict(scene: Scene, what: 'everything' | 'files'): Promise<void> {
	const { disk, findings, tabs } = scene;
	findings.count(`real: evicted, ${what}`);
	await scene.killAll();
	if (what === 'files') await disk.evictFiles();
	else {
		await disk.evictEverything();
		scene.neighbour = undefined;
		scene.hasConversation = false;
	}
	const tab = await tabs.some();
	if (!tab.library.installation) await scene.installIn(tab);
}

async function hold(scene: Scene, file: number, ms: number): Promise<void> {
	if (scene.schedule.shelf !== 'opfs') return;
	const letGo = await holdFile(scene.packs.id, scene.digestOf(file));
	if (letGo) scene.findings.count('real: file held by another');
	if (letGo) await sleep(ms);
	letGo?.();
}
