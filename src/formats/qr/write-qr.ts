/** A QR code as a drawing: one module is one unit, and a quiet zone lies around. */
export interface QrDrawing {
	/** Units of one side. */
	readonly size: number;
	/** The dark modules, as the `d` of an SVG path. */
	readonly path: string;
}

/** Modules that stay light around the code, so that a reader finds it: ISO/IEC 18004, 9.1. */
const QUIET_ZONE = 4;

/** Draws a text as a QR code. Text of capitals and digits takes least room. */
export async function drawQr(text: string): Promise<QrDrawing> {
	const { encodeQR } = await import('qr');
	const rows = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET_ZONE });
	let path = '';
	for (const [y, row] of rows.entries()) {
		for (let x = 0; x < row.length; x++) {
			const start = x;
			while (row[x]) x++;
			if (x > start) path += `M${start} ${y}h${x - start}v1h-${x - start}z`;
		}
	}
	return { size: rows.length, path };
}
