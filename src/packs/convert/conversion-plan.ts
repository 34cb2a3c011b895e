import type { Gguf } from '../../formats/gguf/gguf.ts';
import { architectureOf, type Architecture } from './architecture.ts';
import { decoderParts } from './decoder.ts';
import { layoutOf, type Layout } from './layout.ts';
import type { LayoutId } from './layout-id.ts';
import type { ModelPart } from './model-part.ts';
import { shapeOf, type ModelShape } from './model-shape.ts';
import { planShards, type Shard } from './shards.ts';

/** All that is known of a conversion from the file's header alone. */
export interface ConversionPlan {
	readonly architecture: Architecture;
	readonly shape: ModelShape;
	readonly layout: Layout;
	readonly parts: readonly ModelPart[];
	readonly shards: readonly Shard[];
}

/** Plans without reading a weight. Throws `unsupported`, `invalid-input` or `corrupt` for what cannot be converted. */
export function planConversion(gguf: Gguf, layoutId: LayoutId): ConversionPlan {
	const architecture = architectureOf(gguf);
	const shape = shapeOf(gguf);
	const layout = layoutOf(layoutId);
	const parts = decoderParts(gguf, shape, architecture.style);
	const shards = planShards(parts.flatMap((part) => layout.pack(gguf, part)));
	return { architecture, shape, layout, parts, shards };
}
