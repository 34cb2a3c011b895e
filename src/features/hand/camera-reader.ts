import { readQr } from '../../formats/qr/read-qr.ts';
import { delay } from '../../lib/delay.ts';

/** Why a camera cannot be used. */
export type CameraTrouble = 'refused' | 'missing';

/** Browsers that read QR codes themselves do it faster: https://wicg.github.io/shape-detection-api/ */
interface NativeDetector {
	detect(image: CanvasImageSource): Promise<{ rawValue: string }[]>;
}
interface NativeDetectorClass {
	new (options: { formats: string[] }): NativeDetector;
	getSupportedFormats(): Promise<string[]>;
}

/** Milliseconds between two looks. */
const PAUSE = 120;
/** Longest side of the picture that is searched, in pixels. */
const LOOK_SIZE = 800;

/** Shows the camera that looks away from the person. Throws CameraTrouble. */
export async function openCamera(video: HTMLVideoElement): Promise<MediaStream> {
	try {
		const stream = await navigator.mediaDevices.getUserMedia({
			video: { facingMode: 'environment', width: { ideal: 1280 } },
			audio: false,
		});
		video.srcObject = stream;
		await video.play();
		return stream;
	} catch (error) {
		const isRefused = error instanceof DOMException && error.name === 'NotAllowedError';
		throw (isRefused ? 'refused' : 'missing') satisfies CameraTrouble;
	}
}

export function closeCamera(stream: MediaStream): void {
	for (const track of stream.getTracks()) track.stop();
}

/** Looks until a code is in the picture, and gives its text; undefined once `signal` is aborted. */
export async function readFromCamera(
	video: HTMLVideoElement,
	signal: AbortSignal,
): Promise<string | undefined> {
	const look = await bestReader();
	while (!signal.aborted) {
		const text = video.videoWidth > 0 ? await look(video).catch(() => undefined) : undefined;
		if (signal.aborted) return undefined;
		if (text) return text;
		await delay(PAUSE, { signal }).catch(() => {});
	}
	return undefined;
}

async function bestReader(): Promise<(video: HTMLVideoElement) => Promise<string | undefined>> {
	const Native = (globalThis as { BarcodeDetector?: NativeDetectorClass }).BarcodeDetector;
	const formats: string[] = (await Native?.getSupportedFormats().catch(() => [])) ?? [];
	if (!Native || !formats.includes('qr_code')) return readPicture;
	const detector = new Native({ formats: ['qr_code'] });
	return async (video) => (await detector.detect(video))[0]?.rawValue;
}

async function readPicture(video: HTMLVideoElement): Promise<string | undefined> {
	const scale = Math.min(1, LOOK_SIZE / Math.max(video.videoWidth, video.videoHeight));
	const canvas = document.createElement('canvas');
	canvas.width = Math.round(video.videoWidth * scale);
	canvas.height = Math.round(video.videoHeight * scale);
	const context = canvas.getContext('2d', { willReadFrequently: true });
	if (!context) return undefined;
	context.drawImage(video, 0, 0, canvas.width, canvas.height);
	return readQr(context.getImageData(0, 0, canvas.width, canvas.height));
}
