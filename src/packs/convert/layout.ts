import type { Gguf } from '../../formats/gguf/gguf.ts';
import type { BlockForm } from './block-form.ts';
import type { LayoutId } from './layout-id.ts';
import { inputMajor } from './layouts/input-major.ts';
import { mlcHalf, mlcSingle } from './layouts/mlc.ts';
import type { ModelPart } from './model-part.ts';
import type { PackedTensor } from './packed-tensor.ts';

/** How weights lie in a pack: what compiled libraries are compiled to read. */
export interface Layout {
	/** `quantization` of libraries and packs. */
	readonly id: LayoutId;
	/** Which form of blocks the matrices come to; vectors keep single precision, or are rounded to half. */
	readonly embedding: BlockForm;
	readonly linear: BlockForm;
	readonly vector: 'float32' | 'float16';
	/** Plans the tensors of a part. Throws `unsupported` for shapes and types that cannot be brought into it. */
	pack(gguf: Gguf, part: ModelPart): PackedTensor[];
}

const LAYOUTS: Readonly<Record<LayoutId, Layout>> = {
	q4_1: inputMajor,
	q4f16_1: mlcHalf,
	q4f32_1: mlcSingle,
};

export function layoutOf(id: LayoutId): Layout {
	return LAYOUTS[id];
}
