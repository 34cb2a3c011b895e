import { AppError } from '../../lib/errors.ts';

/** The limits that WebLLM raises above WebGPU's defaults. */
const LIMITS = [
	'maxBufferSize',
	'maxStorageBufferBindingSize',
	'maxComputeWorkgroupStorageSize',
	'maxStorageBuffersPerShaderStage',
	'maxComputeInvocationsPerWorkgroup',
] as const satisfies readonly (keyof GPUSupportedLimits)[];

const FEATURES = ['shader-f16', 'subgroups'] as const satisfies readonly GPUFeatureName[];

export interface SharedDevice {
	/** Ready before WebLLM asks for one. Undefined where there is none: WebLLM then says why. */
	readonly device: Promise<GPUDevice | undefined>;
	/**
	 * Aborts when this worker's GPU device is lost. WebLLM looks for that only while it loads; later,
	 * its calls would wait for ever.
	 */
	readonly lost: AbortSignal;
}

/** Opens the GPU with all that WebLLM may want of it, and gives that same device to WebLLM when it asks. */
export function shareDevice(): SharedDevice {
	const controller = new AbortController();
	// A browser may have WebGPU in pages only.
	if (!('gpu' in navigator)) return { device: Promise.resolve(undefined), lost: controller.signal };
	const requestDevice = GPUAdapter.prototype.requestDevice;
	const watched = async (adapter: GPUAdapter, descriptor?: GPUDeviceDescriptor) => {
		const device = await requestDevice.call(adapter, descriptor);
		void device.lost.then((info) => controller.abort(nameLoss(info)));
		return device;
	};
	const device = open(watched).catch(() => undefined);
	GPUAdapter.prototype.requestDevice = async function (descriptor) {
		const shared = await device;
		return shared && meets(shared, descriptor) ? shared : watched(this, descriptor);
	};
	return { device, lost: controller.signal };
}

async function open(
	requestDevice: (adapter: GPUAdapter, descriptor: GPUDeviceDescriptor) => Promise<GPUDevice>,
): Promise<GPUDevice | undefined> {
	const adapter = await navigator.gpu.requestAdapter({ powerPreference: 'high-performance' });
	if (!adapter) return undefined;
	return requestDevice(adapter, {
		requiredFeatures: FEATURES.filter((feature) => adapter.features.has(feature)),
		requiredLimits: Object.fromEntries(LIMITS.map((limit) => [limit, adapter.limits[limit]])),
	});
}

function meets(device: GPUDevice, wanted: GPUDeviceDescriptor = {}): boolean {
	const limits = Object.entries(wanted.requiredLimits ?? {});
	return (
		[...(wanted.requiredFeatures ?? [])].every((feature) => device.features.has(feature)) &&
		limits.every(([name, value]) => device.limits[name as (typeof LIMITS)[number]] >= (value ?? 0))
	);
}

/** WebLLM destroys its device when a buffer cannot be made; nothing else here ever does. */
function nameLoss({ reason, message }: GPUDeviceLostInfo): AppError {
	return reason === 'destroyed'
		? new AppError('out-of-memory', `the GPU could not hold the model: ${message}`)
		: new AppError('device-lost', message);
}
