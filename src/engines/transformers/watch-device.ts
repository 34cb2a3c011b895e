import { AppError } from '../../lib/errors.ts';

/** Aborts when a GPU device of this worker is lost: ONNX Runtime's own calls would wait for ever. */
export function watchDevice(): AbortSignal {
	const controller = new AbortController();
	if (!('gpu' in navigator)) return controller.signal;
	const requestDevice = GPUAdapter.prototype.requestDevice;
	GPUAdapter.prototype.requestDevice = async function (descriptor) {
		const device = await requestDevice.call(this, descriptor);
		void device.lost.then(({ message }) => {
			controller.abort(new AppError('device-lost', message));
		});
		return device;
	};
	return controller.signal;
}
