/** Pixels on a side of the picture that is kept: enough for any screen at 2.5 rem. */
const SIDE = 128;

/**
 * An image file as a small square picture, cut in its middle, in a data address: what lies in the file beside the
 * picture (places, names) is left behind. Throws where the browser cannot read it.
 */
export async function smallImage(file: Blob): Promise<string> {
	const bitmap = await createImageBitmap(file);
	const side = Math.min(bitmap.width, bitmap.height);
	const canvas = document.createElement('canvas');
	canvas.width = canvas.height = SIDE;
	canvas
		.getContext('2d')!
		.drawImage(
			bitmap,
			(bitmap.width - side) / 2,
			(bitmap.height - side) / 2,
			side,
			side,
			0,
			0,
			SIDE,
			SIDE,
		);
	bitmap.close();
	// A browser without WebP writes PNG.
	return canvas.toDataURL('image/webp', 0.85);
}
