import type { InstalledPack } from '../packs/installed-pack.ts';
import type { Settings } from '../storage/settings.ts';
import { canRun, chooseEngine } from './choose.ts';
import { withRoom } from './conversation-room.ts';
import type { DeviceReport } from './device.ts';

/**
 * The pack that answers: the one that is `wanted` here, else the one that the person chose, else one for the engine of their choice, else one that
 * suits the device, else whatever there is. A pack that does not chat never answers. Its context window is as
 * large as the device has been found to bear.
 */
export function answeringPack(
	packs: readonly InstalledPack[],
	settings: Pick<Settings, 'get'>,
	device: DeviceReport | undefined,
	wanted?: { readonly id: string; readonly engine: string },
): InstalledPack | undefined {
	const installed = packs.filter(({ manifest }) => manifest.tasks.includes('chat'));
	const chosen = settings.get('pack');
	const engine = settings.get('engine');
	const suits = ({ manifest, engine }: InstalledPack, on: DeviceReport) =>
		canRun(manifest, on) && chooseEngine(manifest, on).engine === engine;
	const find = (choice: typeof wanted | null) =>
		installed.find((pack) => pack.manifest.id === choice?.id && pack.engine === choice.engine);
	const pack =
		find(wanted) ??
		find(chosen) ??
		installed.find((pack) => pack.engine === engine) ??
		installed.find((pack) => device && suits(pack, device)) ??
		installed[0];
	return pack && withRoom(pack, settings);
}
