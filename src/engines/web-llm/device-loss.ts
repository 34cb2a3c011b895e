import { AppError } from '../../lib/errors.ts';

/**
 * A signal that aborts when a GPU device made from now on in this worker is lost. WebLLM looks only
 * while it loads; later, its calls would wait for ever.
 */
export function watchDevices(): AbortSignal {
	const controller = new AbortController();
	const requestDevice = GPUAdapter.prototype.requestDevice;
	GPUAdapter.prototype.requestDevice = async function (descriptor) {
		const device = await requestDevice.call(this, descriptor);
		void device.lost.then((info) => controller.abort(nameLoss(info)));
		return device;
	};
	return controller.signal;
}

/** WebLLM destroys its device when a buffer cannot be made; nothing else here ever does. */
function nameLoss({ reason, message }: GPUDeviceLostInfo): AppError {
	return reason === 'destroyed'
		? new AppError('out-of-memory', `the GPU could not hold the model: ${message}`)
		: new AppError('device-lost', message);
}
