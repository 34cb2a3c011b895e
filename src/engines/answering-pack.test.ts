import { expect, it } from 'vitest';
import { starterPack } from '../packs/catalogue/index.ts';
import type { InstalledPack } from '../packs/installed-pack.ts';
import type { PackManifest } from '../packs/manifest.ts';
import type { SettingKey, Settings } from '../storage/settings.ts';
import { answeringPack } from './answering-pack.ts';
import type { DeviceReport } from './device.ts';

const device: DeviceReport = {
	gpu: { status: 'no-webgpu' },
	crossOriginIsolated: false,
	threads: 2,
	memoryBytes: undefined,
};

const chat: InstalledPack = { manifest: starterPack, engine: 'wllama', installedAt: 1 };
const files = starterPack.fileSets.at(-1)!.files;
const embedder: PackManifest = {
	...starterPack,
	id: 'embedder',
	tasks: ['embed'],
	fileSets: [{ engine: 'transformers', files, memoryBytes: 1 }],
};
const embedding: InstalledPack = { manifest: embedder, engine: 'transformers', installedAt: 2 };

function settingsWith(values: Partial<Record<SettingKey, unknown>>): Pick<Settings, 'get'> {
	const all: typeof values = { rooms: {}, ...values };
	return { get: (key: SettingKey) => all[key] ?? null } as Pick<Settings, 'get'>;
}

it('never answers with a pack that does not chat', () => {
	expect(answeringPack([embedding], settingsWith({}), device)).toBeUndefined();
	expect(answeringPack([embedding, chat], settingsWith({}), device)).toBe(chat);
});

it('not even where that pack or its engine was chosen', () => {
	const pack = { id: 'embedder', engine: 'transformers' };
	expect(answeringPack([embedding, chat], settingsWith({ pack }), device)).toBe(chat);
	expect(answeringPack([embedding, chat], settingsWith({ engine: 'transformers' }), device)).toBe(
		chat,
	);
});

it('answers with as much room as the device has been found to bear', () => {
	const settings = settingsWith({ rooms: { [starterPack.id]: 1024 } });
	expect(answeringPack([chat], settings, device)?.manifest.contextWindow).toBe(1024);
});
