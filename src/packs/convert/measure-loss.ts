import { dequantize } from '../../formats/gguf/dequantize.ts';
import { fromFloat16, toFloat16 } from '../../formats/gguf/float16.ts';
import type { Gguf } from '../../formats/gguf/gguf.ts';
import type { TensorInfo } from '../../formats/gguf/tensor-info.ts';
import type { CallOptions } from '../../lib/call-options.ts';
import { AppError } from '../../lib/errors.ts';
import type { BlockForm } from './block-form.ts';
import type { ConversionPlan } from './conversion-plan.ts';
import { tensorsOf } from './model-part.ts';
import { decodeFinite } from './stored-rows.ts';

/** What a conversion loses of one kind of weights. */
export interface TypeLoss {
	/** GGUF's name of the type in which they are stored. */
	readonly type: string;
	/** Number of weights. */
	readonly weights: number;
	/** Root mean square of the differences over that of the weights, 0 where nothing is lost. */
	readonly error: number;
}

export interface Loss {
	/** Every weight keeps its value, by the layout of its bits: nothing was measured, nothing needs to be. */
	readonly exact: boolean;
	/** The same error over all matrices: vectors are few, and large for another reason. */
	readonly error: number;
	/** The matrix that loses most, unless it is exact. */
	readonly worst?: { readonly tensor: string; readonly error: number };
	/** Empty where all is exact. */
	readonly types: readonly TypeLoss[];
}

export interface LossProgress {
	readonly done: number;
	readonly total: number;
	/** With the last value. */
	readonly loss?: Loss;
}

/** Places in a tensor, evenly spread, and rows at each: enough for two digits of the error. */
const PLACES = 4;
const ROWS = 8;
const GROUP = 32;

/** Sums of squares over all weights of a kind, estimated from the rows that were looked at. */
interface Squares {
	weights: number;
	differences: number;
	values: number;
}

const NOTHING: Squares = { weights: 0, differences: 0, values: 0 };

/**
 * Measures on the file itself what converting it would lose: rows of every tensor are converted and decoded again.
 * Where all can be taken as they are, none is read. Throws as converting does.
 */
export async function* measureLoss(
	gguf: Gguf,
	{ parts, layout }: Pick<ConversionPlan, 'parts' | 'layout'>,
	{ signal }: CallOptions = {},
): AsyncGenerator<LossProgress> {
	const tensors = parts.flatMap((part) =>
		tensorsOf(part).map((tensor) => ({
			tensor,
			form: part.kind === 'vector' ? undefined : layout[part.kind],
		})),
	);
	const isExact = ({ tensor, form }: (typeof tensors)[number]) =>
		form ? form.exact.includes(tensor.type.name) : layout.vector === 'float32';
	const exact = tensors.every(isExact);
	const byType = new Map<string, Squares>();
	let matrices = NOTHING;
	let worst: Loss['worst'];
	let done = 0;
	for (const entry of exact ? [] : tensors) {
		if (signal?.aborted) throw new AppError('aborted', 'measuring stopped');
		const { tensor, form } = entry;
		const squares = await measure(gguf, tensor, isExact(entry) ? 'exact' : (form ?? 'half'));
		byType.set(tensor.type.name, sum(squares, byType.get(tensor.type.name) ?? NOTHING));
		if (form) {
			matrices = sum(matrices, squares);
			const error = errorOf(squares);
			if (error > (worst?.error ?? 0)) worst = { tensor: tensor.name, error };
		}
		yield { done: ++done, total: tensors.length };
	}
	const types = [...byType]
		.map(([type, squares]) => ({ type, weights: squares.weights, error: errorOf(squares) }))
		.sort((a, b) => b.weights - a.weights);
	const loss = { exact, error: errorOf(matrices), ...(worst && { worst }), types };
	yield { done: tensors.length, total: tensors.length, loss };
}

async function measure(
	gguf: Gguf,
	tensor: TensorInfo,
	into: BlockForm | 'half' | 'exact',
): Promise<Squares> {
	const { rows, columns } = tensor;
	const count = Math.min(rows, ROWS);
	const places = Math.min(PLACES, Math.ceil(rows / count));
	let differences = 0;
	let values = 0;
	for (let place = 0; place < places; place++) {
		const first = places < 2 ? 0 : Math.floor(((rows - count) * place) / (places - 1));
		const stored = decodeFinite(tensor, await gguf.rows(tensor, first, count));
		const converted = convert(stored, into);
		for (let i = 0; i < stored.length; i++) {
			differences += (converted[i]! - stored[i]!) ** 2;
			values += stored[i]! ** 2;
		}
	}
	const scale = rows / (places * count);
	return { weights: rows * columns, differences: differences * scale, values: values * scale };
}

function convert(values: Float32Array, into: BlockForm | 'half' | 'exact'): Float32Array {
	if (into === 'exact') return values;
	if (into === 'half') return values.map((value) => fromFloat16(toFloat16(value)));
	const { type, quantize } = into;
	const words = type.blockBytes / 2;
	const blocks = new Uint16Array((values.length / GROUP) * words);
	for (let block = 0; block < values.length / GROUP; block++) {
		quantize(values, block * GROUP, blocks, block * words);
	}
	return dequantize(type, new Uint8Array(blocks.buffer));
}

function errorOf({ differences, values }: Squares): number {
	return differences === 0 ? 0 : Math.sqrt(differences / values);
}

function sum(a: Squares, b: Squares): Squares {
	return {
		weights: a.weights + b.weights,
		differences: a.differences + b.differences,
		values: a.values + b.values,
	};
}
