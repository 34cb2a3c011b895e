import { EIGHT_BIT, FOUR_BIT_WITH_MINIMUM } from '../block-form.ts';
import { packEightBitCodes, packEightBitScales } from '../eight-bit.ts';
import { packFourBitCodes, packFourBitScales } from '../four-bit.ts';
import type { Layout } from '../layout.ts';
import { packMatrix } from '../packed-matrix.ts';
import { packVector } from '../packed-vector.ts';
import { requireConvertible } from '../stored-rows.ts';

/**
 * What the libraries of `foundry/` read (its quantization.py): the transpose of GGUF, four bits with a minimum, the
 * embedding in eight bits. Names are MLC-LLM's less the prefix, and query, key and value are always joined.
 */
export const inputMajor: Layout = {
	id: 'q4_1',
	embedding: EIGHT_BIT,
	linear: FOUR_BIT_WITH_MINIMUM,
	vector: 'float32',
	pack(gguf, part) {
		const name = part.name.replace(/^(language_model\.)?model\./, '').replace('c_attn', 'qkv_proj');
		if (part.kind === 'vector') return [packVector(gguf, name, part.tensors, 'float32')];
		const isEmbedding = part.kind === 'embedding';
		const inputs = part.rows[0]!.tensor.columns;
		const outputs = part.rows.reduce((sum, { tensor }) => sum + tensor.rows, 0);
		for (const { tensor } of part.rows) requireConvertible(tensor, isEmbedding ? 64 : 32);
		return isEmbedding
			? packMatrix(
					gguf,
					part.rows,
					EIGHT_BIT,
					{
						name: `${name}.q_weight`,
						shape: [inputs / 4, outputs],
						dtype: 'uint32',
						pack: (rows, output) => packEightBitCodes(rows, output, outputs),
					},
					{
						name: `${name}.q_scale`,
						shape: [inputs / 64, outputs],
						dtype: 'uint32',
						pack: (rows, output) => packEightBitScales(rows, output, outputs),
					},
				)
			: packMatrix(
					gguf,
					part.rows,
					FOUR_BIT_WITH_MINIMUM,
					{
						name: `${name}.q_weight`,
						shape: [inputs / 8, outputs],
						dtype: 'uint32',
						pack: (rows, output) => packFourBitCodes(rows, output, outputs),
					},
					{
						name: `${name}.q_scale_min`,
						shape: [inputs / 32, outputs],
						dtype: 'uint32',
						pack: (rows, output) => packFourBitScales(rows, output, outputs),
					},
				);
	},
};
