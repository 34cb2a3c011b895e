import { memoryRoom } from './memory-room.ts';

/** What of a device decides whether a model runs there: plain data, so that no engine is needed to ask. */
export interface FitDevice {
	readonly gpu:
		| { readonly status: 'no-webgpu' | 'no-adapter' }
		| {
				readonly status: 'available';
				/** It computes on the processor. */
				readonly software: boolean;
				readonly features: readonly string[];
				readonly limits: Readonly<Record<string, number>>;
		  };
	/** Main memory as the browser tells it, rounded and capped, where it does. */
	readonly memoryBytes: number | undefined;
	/** `iphone` is any device on which WebKit draws the line: iPads too. */
	readonly kind: 'computer' | 'phone' | 'iphone';
	/** What the browser says is free to store in. Advice only. */
	readonly freeBytes: number | undefined;
	readonly isMetered: boolean;
}

/** What a model asks of a device, for one engine. */
export interface FitNeeds {
	readonly on: 'gpu' | 'processor';
	/** While it runs: weights, KV cache, working buffers. */
	readonly memoryBytes: number;
	readonly downloadBytes: number;
	/** WebGPU features and lowest limits. */
	readonly features: readonly string[];
	readonly limits: Readonly<Record<string, number>>;
}

/** Why it is tight, or will not fit. */
export type FitReason =
	| { readonly code: 'no-webgpu' | 'no-adapter' | 'no-f16' | 'gpu-limits' | 'software' }
	| { readonly code: 'gpu-buffer'; readonly neededBytes: number; readonly limitBytes: number }
	| { readonly code: 'tab-memory'; readonly neededBytes: number; readonly limitBytes: number }
	| { readonly code: 'memory'; readonly neededBytes: number; readonly limitBytes: number }
	| { readonly code: 'memory-unknown'; readonly neededBytes: number };

/** What a person should know before the download; it never decides. */
export type FitAdvice =
	| { readonly code: 'space'; readonly neededBytes: number; readonly freeBytes: number }
	| { readonly code: 'metered'; readonly bytes: number };

export interface Fit {
	readonly verdict: 'fits' | 'tight' | 'will-not-fit';
	/** The weightiest first. Empty where it fits. */
	readonly reasons: readonly FitReason[];
	readonly advice: readonly FitAdvice[];
}

/** Limits that are told as the size of a buffer; the others mean nothing to a person. */
const BUFFER_LIMITS: readonly string[] = ['maxStorageBufferBindingSize', 'maxBufferSize'];

/** Whether a model runs on a device, judged before any byte of it is fetched. */
export function fitOf(needs: FitNeeds, device: FitDevice): Fit {
	const advice = adviceFor(needs, device);
	const refusals = needs.on === 'gpu' ? gpuRefusals(needs, device) : [];
	if (refusals.length > 0) return { verdict: 'will-not-fit', reasons: refusals, advice };
	const memory = memoryReason(needs.memoryBytes, device);
	const isSlow = needs.on === 'gpu' && device.gpu.status === 'available' && device.gpu.software;
	const reasons = [
		...(memory ? [memory.reason] : []),
		...(isSlow ? [{ code: 'software' } as const] : []),
	];
	const verdict = memory?.isTooMuch ? 'will-not-fit' : reasons.length > 0 ? 'tight' : 'fits';
	return { verdict, reasons, advice };
}

function gpuRefusals({ features, limits }: FitNeeds, { gpu }: FitDevice): FitReason[] {
	if (gpu.status !== 'available') return [{ code: gpu.status }];
	const missing = features.filter((feature) => !gpu.features.includes(feature));
	if (missing.length > 0)
		return [{ code: missing.includes('shader-f16') ? 'no-f16' : 'gpu-limits' }];
	const tooSmall = Object.entries(limits).filter(
		([name, needed]) => (gpu.limits[name] ?? 0) < needed,
	);
	const buffer = tooSmall.find(([name]) => BUFFER_LIMITS.includes(name));
	if (!buffer) return tooSmall.length > 0 ? [{ code: 'gpu-limits' }] : [];
	const [name, neededBytes] = buffer;
	return [{ code: 'gpu-buffer', neededBytes, limitBytes: gpu.limits[name] ?? 0 }];
}

function memoryReason(
	neededBytes: number,
	device: FitDevice,
): { reason: FitReason; isTooMuch: boolean } | undefined {
	const { easyBytes, mostBytes, isKnown } = memoryRoom(device);
	if (neededBytes <= easyBytes) return undefined;
	const isTooMuch = neededBytes > mostBytes;
	if (!isKnown && !isTooMuch) return { reason: { code: 'memory-unknown', neededBytes }, isTooMuch };
	const code = device.kind === 'iphone' ? 'tab-memory' : 'memory';
	return { reason: { code, neededBytes, limitBytes: mostBytes }, isTooMuch };
}

function adviceFor({ downloadBytes }: FitNeeds, { freeBytes, isMetered }: FitDevice): FitAdvice[] {
	const isShort = freeBytes !== undefined && freeBytes < downloadBytes;
	return [
		...(isShort ? [{ code: 'space', neededBytes: downloadBytes, freeBytes } as const] : []),
		...(isMetered ? [{ code: 'metered', bytes: downloadBytes } as const] : []),
	];
}

const ORDER = ['fits', 'tight', 'will-not-fit'] as const;

/** Of two that do not fit, the one that lacks half precision tells less: the other would do without it. */
const rank = ({ verdict, reasons }: Fit) =>
	ORDER.indexOf(verdict) + (reasons[0]?.code === 'no-f16' ? 0.5 : 0);

/** The first of those compilations that fit best, with its fit. Undefined where there is none. */
export function bestFit<T extends { readonly needs: FitNeeds }>(
	compilations: readonly T[],
	device: FitDevice,
): { readonly chosen: T; readonly fit: Fit } | undefined {
	return compilations
		.map((chosen) => ({ chosen, fit: fitOf(chosen.needs, device) }))
		.sort((a, b) => rank(a.fit) - rank(b.fit))[0];
}
