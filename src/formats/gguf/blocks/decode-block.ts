/**
 * Decodes one block: reads it at byte `offset` of `input` and writes its values to `output` from
 * index `at`. Lengths are those of the type in `tensor-type.ts`.
 */
export type DecodeBlock = (
	input: DataView,
	offset: number,
	output: Float32Array,
	at: number,
) => void;
