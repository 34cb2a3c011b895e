import { AppError } from '../../lib/errors.ts';
import type { Cursor } from './cursor.ts';
import { tensorType, type TensorType } from './tensor-type.ts';

const MAX_NAME_BYTES = 255;
const MAX_DIMENSIONS = 4;

/** One tensor of the file. Nothing of its data has been read. */
export interface TensorInfo {
	readonly name: string;
	readonly type: TensorType;
	/** Elements per row: the fastest-varying dimension, a whole number of blocks. */
	readonly columns: number;
	/** The product of the other dimensions. */
	readonly rows: number;
	/** Bytes per row. */
	readonly rowBytes: number;
	/** Where the data starts, in bytes from the start of the file. */
	readonly offset: number;
	/** Length of the data in bytes. */
	readonly bytes: number;
}

/** Reads one tensor info; its `offset` still counts from the start of the tensor data. */
export function readTensorInfo(cursor: Cursor): TensorInfo {
	const name = cursor.string(MAX_NAME_BYTES, 'a tensor name');
	const dimensions = cursor.u32();
	if (dimensions < 1 || dimensions > MAX_DIMENSIONS)
		throw corrupt(name, `${dimensions} dimensions`);
	const shape = Array.from({ length: dimensions }, () =>
		cursor.count(Number.MAX_SAFE_INTEGER, `a dimension of ${name}`),
	);
	const typeId = cursor.u32();
	const type = tensorType(typeId);
	if (!type) throw new AppError('unsupported', `gguf: ${name} has tensor type ${typeId}`);
	const offset = cursor.count(Number.MAX_SAFE_INTEGER, `offset of ${name}`);

	const columns = shape[0] ?? 0;
	const rows = shape.slice(1).reduce((product, dimension) => product * dimension, 1);
	if (columns === 0 || rows === 0) throw corrupt(name, `shape ${shape.join('×')}`);
	if (columns % type.blockSize !== 0) {
		throw corrupt(name, `rows of ${columns} are no whole ${type.name} blocks`);
	}
	const rowBytes = (columns / type.blockSize) * type.blockBytes;
	const bytes = rows * rowBytes;
	if (!Number.isSafeInteger(bytes)) throw corrupt(name, `shape ${shape.join('×')}`);
	return { name, type, columns, rows, rowBytes, offset, bytes };
}

function corrupt(name: string, what: string): AppError {
	return new AppError('corrupt', `gguf: ${name} has ${what}`);
}
