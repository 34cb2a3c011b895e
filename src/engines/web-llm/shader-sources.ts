/** How TVM's WebGPU code generator begins every kernel. */
const HEADER = '//----------------------------------------\n// Function: ';

/**
 * The WGSL kernels in a library, each exactly as TVM will hand it to WebGPU: they lie in the wasm's data
 * as TVM serializes strings, the length in bytes (64 bits, little endian) before the text. What does
 * not look like that is left out.
 */
export function shaderSources(library: ArrayBuffer): string[] {
	const bytes = new Uint8Array(library);
	const view = new DataView(library);
	const header = new TextEncoder().encode(HEADER);
	const decoder = new TextDecoder('utf-8', { fatal: true });
	const sources: string[] = [];
	for (let at = bytes.indexOf(header[0]!, 8); at > 0; at = bytes.indexOf(header[0]!, at + 1)) {
		if (!header.every((byte, i) => bytes[at + i] === byte)) continue;
		const length = view.getBigUint64(at - 8, true);
		if (length > BigInt(bytes.length - at)) continue;
		sources.push(decoder.decode(bytes.subarray(at, at + Number(length))));
		at += Number(length) - 1;
	}
	return sources;
}
