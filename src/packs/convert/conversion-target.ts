import type { LayoutId } from './layout-id.ts';
import type { ModelShape } from './model-shape.ts';

/** What a GGUF file could be converted to: the layout of a library, for models of one shape. */
export interface ConversionTarget {
	/** The model that the library was compiled for. */
	readonly model: string;
	readonly layout: LayoutId;
	readonly shape: ModelShape;
	/** Whether the library runs on this device. */
	readonly runsHere: boolean;
}
