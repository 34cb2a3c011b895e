/** What deriving a key costs: more of each makes guessing a passphrase dearer. */
export interface Argon2idCost {
	readonly memoryKiB: number;
	readonly passes: number;
	readonly lanes: number;
}

/**
 * Derives `bytes` bytes from a passphrase by Argon2id (RFC 9106). Takes about a second: call it in a worker. Letters that
 * Unicode holds to be the same, such as half- and full-width ones, give the same key.
 */
export async function deriveByArgon2id(
	passphrase: string,
	salt: Uint8Array,
	{ memoryKiB, passes, lanes }: Argon2idCost,
	bytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
	const { argon2id } = await import('hash-wasm');
	const derived = await argon2id({
		password: passphrase.normalize('NFKC'),
		salt,
		memorySize: memoryKiB,
		iterations: passes,
		parallelism: lanes,
		hashLength: bytes,
		outputType: 'binary',
	});
	return new Uint8Array(derived);
}
