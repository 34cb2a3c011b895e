import type { DeviceReport } from '../../engines/device.ts';
import type { Format } from '../../i18n/format.ts';
import type { Messages } from '../../i18n/locales/en.ts';
import type { InstalledPack } from '../../packs/installed-pack.ts';
import type { PackUses } from '../../packs/pack-uses.svelte.ts';
import type { PackSpeed } from '../../packs/records/pack-use.ts';

/** What a report is written in. */
interface Language {
	readonly messages: Messages;
	readonly format: Format;
}

/** A measurement as terms with their details, each in words. */
export function speedFacts(
	speed: PackSpeed,
	{ messages: { speed: t }, format }: Language,
): { term: string; detail: string }[] {
	const { loadTime, memoryBytes, measuredAt } = speed;
	return [
		...(loadTime === undefined
			? []
			: [{ term: t.load, detail: t.seconds({ seconds: loadTime / 1000 }) }]),
		{ term: t.reading, detail: t.tokensPerSecond({ tokens: speed.prefillPerSecond }) },
		{ term: t.writing, detail: t.tokensPerSecond({ tokens: speed.decodePerSecond }) },
		...(memoryBytes === undefined
			? []
			: [{ term: t.memory, detail: t.memoryOfPage({ bytes: memoryBytes }) }]),
		{ term: t.by[speed.by], detail: format.date(measuredAt) },
	];
}

/** Everything measured on this device as plain text, to be kept or passed on. It names no person and no file. */
export function speedReport(
	installed: readonly InstalledPack[],
	uses: Pick<PackUses, 'of'>,
	device: DeviceReport | undefined,
	language: Language,
): string {
	const { speed: t, models } = language.messages;
	const line = ({ term, detail }: { term: string; detail: string }) => `${term}: ${detail}`;
	const measured = installed.flatMap((pack) => {
		const { speed } = uses.of(pack);
		if (!speed) return [];
		const { name, quantization } = pack.manifest;
		const head = `${name}, ${quantization}, ${models.engines[pack.engine]}`;
		return [[head, ...speedFacts(speed, language).map(line)].join('\n')];
	});
	return `${[[t.reportTitle, ...describe(device, language)].join('\n'), ...measured].join('\n\n')}\n`;
}

function describe(device: DeviceReport | undefined, { messages, format }: Language): string[] {
	if (!device) return [];
	const { detail: t } = messages.models;
	const { gpu, threads, memoryBytes } = device;
	const lines = [`${t.cores}: ${format.number(threads)}`];
	if (memoryBytes !== undefined) {
		lines.push(`${t.memory}: ${t.memoryAtLeast({ bytes: memoryBytes })}`);
	}
	if (gpu.status !== 'available') return [`${t.graphics}: ${t.none}`, ...lines];
	const name = [gpu.vendor, gpu.architecture].filter(Boolean).join(' ') || 'WebGPU';
	return [
		`${t.graphics}: ${name}${gpu.software ? ` (${t.software})` : ''}`,
		`${t.f16}: ${gpu.shaderF16 ? t.yes : t.no}`,
		...lines,
	];
}
