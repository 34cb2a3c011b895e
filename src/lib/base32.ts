const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Base32 of RFC 4648 without padding: capitals and digits only, which a QR code stores densely. */
export function toBase32(bytes: Uint8Array): string {
	let text = '';
	let bits = 0;
	let held = 0;
	for (const byte of bytes) {
		held = (held << 8) | byte;
		for (bits += 8; bits >= 5; bits -= 5) text += LETTERS[(held >>> (bits - 5)) & 31];
		held &= (1 << bits) - 1;
	}
	return bits > 0 ? text + LETTERS[(held << (5 - bits)) & 31] : text;
}

/** The bytes of a Base32 text, or undefined where it is none. */
export function fromBase32(text: string): Uint8Array<ArrayBuffer> | undefined {
	const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
	let length = 0;
	let bits = 0;
	let held = 0;
	for (const letter of text) {
		const value = LETTERS.indexOf(letter);
		if (value < 0) return undefined;
		held = (held << 5) | value;
		bits += 5;
		if (bits < 8) continue;
		bits -= 8;
		bytes[length++] = held >>> bits;
		held &= (1 << bits) - 1;
	}
	// Left over bits say nothing, and there are never enough of them for another letter.
	return bits < 5 && held === 0 ? bytes : undefined;
}
