import * as v from 'valibot';

/** As a model's kernels read it. A dimension of -1 is any. */
const Parameter = v.object({
	name: v.pipe(v.string(), v.maxLength(300)),
	shape: v.pipe(v.array(v.pipe(v.number(), v.safeInteger(), v.minValue(-1))), v.maxLength(8)),
	dtype: v.pipe(v.string(), v.maxLength(40)),
});

const Metadata = v.object({
	model_type: v.optional(v.string(), ''),
	quantization: v.optional(v.string(), ''),
	context_window_size: v.optional(v.number(), -1),
	params: v.pipe(v.array(Parameter), v.maxLength(100_000)),
});

/** What a compiled library says of itself. */
export interface LibraryMetadata extends v.InferOutput<typeof Metadata> {
	/** WebGPU features that its kernels switch on. */
	readonly features: readonly string[];
}

/** Where the text begins, as Python's `json.dumps` writes it: the library keeps it as a constant. */
const START = '{"model_type": ';
const MAX_LENGTH = 16 << 20;

/** WGSL switches a feature on in the kernel's own first lines. */
const EXTENSIONS = { 'shader-f16': /enable\s+f16\s*;/, subgroups: /enable\s+subgroups\s*;/ };

/** Reads the metadata in a compiled library. Undefined where it has none that can be read. */
export function libraryMetadata(library: ArrayBuffer): LibraryMetadata | undefined {
	const text = new TextDecoder('latin1').decode(library);
	const start = text.indexOf(START);
	if (start < 0) return undefined;
	const end = endOfObject(text, start);
	try {
		const result = v.safeParse(Metadata, JSON.parse(text.slice(start, end)));
		if (!result.success) return undefined;
		const features = Object.entries(EXTENSIONS).filter(([, pattern]) => pattern.test(text));
		return { ...result.output, features: features.map(([name]) => name) };
	} catch {
		return undefined;
	}
}

/** Index after the brace that closes the one at `start`. */
function endOfObject(text: string, start: number): number {
	let depth = 0;
	let isString = false;
	for (let i = start; i < Math.min(text.length, start + MAX_LENGTH); i++) {
		const character = text[i];
		if (isString) {
			if (character === '\\') i++;
			else if (character === '"') isString = false;
		} else if (character === '"') isString = true;
		else if (character === '{') depth++;
		else if (character === '}' && --depth === 0) return i + 1;
	}
	return start;
}

/** Whether the library reads exactly these tensors. */
export function reads(
	{ params }: LibraryMetadata,
	tensors: readonly { name: string; shape: readonly number[]; dtype: string }[],
): boolean {
	const byName = new Map(tensors.map((tensor) => [tensor.name, tensor]));
	if (byName.size !== params.length) return false;
	return params.every(({ name, shape, dtype }) => {
		const tensor = byName.get(name);
		return (
			tensor?.dtype === dtype &&
			tensor.shape.length === shape.length &&
			shape.every((dimension, i) => dimension === -1 || dimension === tensor.shape[i])
		);
	});
}
