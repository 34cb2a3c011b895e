/** The ways in which weights can lie in a pack for WebLLM, by the `quantization` of the libraries that read them. */
export type LayoutId = 'q4_1' | 'q4f16_1' | 'q4f32_1';

const IDS: Readonly<Record<LayoutId, true>> = { q4_1: true, q4f16_1: true, q4f32_1: true };

export function isLayoutId(id: string): id is LayoutId {
	return Object.hasOwn(IDS, id);
}
