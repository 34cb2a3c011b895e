import { tensorTypeNamed, type TensorType } from '../../formats/gguf/tensor-type.ts';
import { quantizeQ4_0, quantizeQ4_1, quantizeQ8_0, type QuantizeBlock } from './quantize.ts';

/** The form of blocks that a layout takes weights in; what is stored in another is brought into it. */
export interface BlockForm {
	readonly type: TensorType;
	/** Names of the types whose blocks the layout takes as they are, without loss. */
	readonly exact: readonly string[];
	readonly quantize: QuantizeBlock;
}

export const FOUR_BIT_WITH_MINIMUM: BlockForm = {
	type: tensorTypeNamed('Q4_1'),
	exact: ['Q4_1', 'Q4_0'],
	quantize: quantizeQ4_1,
};

export const FOUR_BIT_AROUND_ZERO: BlockForm = {
	type: tensorTypeNamed('Q4_0'),
	exact: ['Q4_0'],
	quantize: quantizeQ4_0,
};

export const EIGHT_BIT: BlockForm = {
	type: tensorTypeNamed('Q8_0'),
	exact: ['Q8_0'],
	quantize: quantizeQ8_0,
};
