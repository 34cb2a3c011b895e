import { expect, test } from 'vitest';
import { starterPack } from '../packs/catalogue/index.ts';
import type { InstalledPack } from '../packs/installed-pack.ts';
import type { Settings } from '../storage/settings.ts';
import { halfTheRoom, smallerPack, withRoom } from './conversation-room.ts';

const packOf = (contextWindow: number, memoryBytes = 1, id = starterPack.id): InstalledPack => ({
	manifest: {
		...starterPack,
		id,
		contextWindow,
		fileSets: starterPack.fileSets.map((set) => ({ ...set, memoryBytes })),
	},
	engine: 'wllama',
	installedAt: 0,
});
const settingsWith = (rooms: Record<string, number>) =>
	({ get: () => rooms }) as unknown as Pick<Settings, 'get'>;

test('room is halved down to 1,024 tokens, and no further', () => {
	expect([8192, 2048, 1500, 1024, 512].map((room) => halfTheRoom(packOf(room)))).toEqual([
		4096,
		1024,
		1024,
		undefined,
		undefined,
	]);
});

test('a smaller room is remembered for its own pack, and never makes it larger', () => {
	const pack = packOf(4096);
	expect(withRoom(pack, settingsWith({}))).toBe(pack);
	expect(withRoom(pack, settingsWith({ other: 1024 }))).toBe(pack);
	expect(withRoom(pack, settingsWith({ [starterPack.id]: 9000 }))).toBe(pack);
	expect(withRoom(pack, settingsWith({ [starterPack.id]: 2048 })).manifest.contextWindow).toBe(
		2048,
	);
});

test('the smaller pack is the largest of those that are smaller', () => {
	const [large, middle, small] = [packOf(1, 9, 'l'), packOf(1, 5, 'm'), packOf(1, 2, 's')];
	expect(smallerPack([small, large, middle], large)).toBe(middle);
	expect(smallerPack([small, large], small)).toBeUndefined();
});
