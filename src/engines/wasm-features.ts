/** A module of one function that returns a vector: `i8x16.popcnt (i8x16.splat (i32.const 0))`. */
const SIMD_MODULE = Uint8Array.of(
	...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00], // magic number, version 1
	...[0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7b], // types: () -> v128
	...[0x03, 0x02, 0x01, 0x00], // functions: one, of type 0
	...[0x0a, 0x0a, 0x01, 0x08, 0x00, 0x41, 0x00, 0xfd, 0x0f, 0xfd, 0x62, 0x0b], // its code
);

/** Whether WebAssembly has vector instructions. */
export function hasSimd(): boolean {
	return typeof WebAssembly !== 'undefined' && WebAssembly.validate(SIMD_MODULE);
}

/** Whether a WebAssembly memory can have 64-bit addresses. Older browsers do not read `address`. */
export function hasMemory64(): boolean {
	const descriptor = { address: 'i64', initial: 0n } as unknown as WebAssembly.MemoryDescriptor;
	try {
		return new WebAssembly.Memory(descriptor) instanceof WebAssembly.Memory;
	} catch {
		return false;
	}
}
