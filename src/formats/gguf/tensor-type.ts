/** How a GGML type stores a row: `blockSize` elements in `blockBytes` bytes, block after block. */
export interface TensorType {
	readonly id: number;
	readonly name: string;
	readonly blockSize: number;
	readonly blockBytes: number;
}

/**
 * The types that GGUF files use. Source: `ggml_type` and the block structs in ggml-common.h of
 * llama.cpp, as tabulated in gguf-py's `GGML_QUANT_SIZES`. Numbers 4, 5 and 31 to 33 and 36 to 38
 * were withdrawn. Knowing a type's size is enough to check where a file's tensors lie; only the
 * types in `blocks/` can be decoded.
 */
const TENSOR_TYPES: readonly TensorType[] = [
	type(0, 'F32', 1, 4),
	type(1, 'F16', 1, 2),
	type(2, 'Q4_0', 32, 18),
	type(3, 'Q4_1', 32, 20),
	type(6, 'Q5_0', 32, 22),
	type(7, 'Q5_1', 32, 24),
	type(8, 'Q8_0', 32, 34),
	type(10, 'Q2_K', 256, 84),
	type(11, 'Q3_K', 256, 110),
	type(12, 'Q4_K', 256, 144),
	type(13, 'Q5_K', 256, 176),
	type(14, 'Q6_K', 256, 210),
	type(15, 'Q8_K', 256, 292),
	type(16, 'IQ2_XXS', 256, 66),
	type(17, 'IQ2_XS', 256, 74),
	type(18, 'IQ3_XXS', 256, 98),
	type(19, 'IQ1_S', 256, 50),
	type(20, 'IQ4_NL', 32, 18),
	type(21, 'IQ3_S', 256, 110),
	type(22, 'IQ2_S', 256, 82),
	type(23, 'IQ4_XS', 256, 136),
	type(24, 'I8', 1, 1),
	type(25, 'I16', 1, 2),
	type(26, 'I32', 1, 4),
	type(27, 'I64', 1, 8),
	type(28, 'F64', 1, 8),
	type(29, 'IQ1_M', 256, 56),
	type(30, 'BF16', 1, 2),
	type(34, 'TQ1_0', 256, 54),
	type(35, 'TQ2_0', 256, 66),
	type(39, 'MXFP4', 32, 17),
];

const byId = new Map(TENSOR_TYPES.map((entry) => [entry.id, entry]));

/** The type with this number in the file, or undefined if it is not known here. */
export function tensorType(id: number): TensorType | undefined {
	return byId.get(id);
}

/** The type of this name. Throws where there is none: names come from the program, not from files. */
export function tensorTypeNamed(name: string): TensorType {
	const found = TENSOR_TYPES.find((entry) => entry.name === name);
	if (!found) throw new RangeError(`no tensor type ${name}`);
	return found;
}

function type(id: number, name: string, blockSize: number, blockBytes: number): TensorType {
	return { id, name, blockSize, blockBytes };
}
