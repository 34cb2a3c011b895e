/** What `ImageData` is made of, whoever has it: RGBA, row by row. */
export interface Pixels {
	readonly width: number;
	readonly height: number;
	readonly data: Uint8ClampedArray;
}

/** The text of the QR code in a picture; undefined where there is none, or none that can be read. */
export async function readQr({ width, height, data }: Pixels): Promise<string | undefined> {
	const { decodeQR } = await import('qr/decode.js');
	try {
		return decodeQR({ width, height, data });
	} catch {
		return undefined;
	}
}
