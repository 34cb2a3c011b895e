import { AppError } from '../../lib/errors.ts';
import type { TensorInfo } from './tensor-info.ts';

/**
 * Turns offsets within the tensor data, which starts at `dataStart`, into offsets in the file, and
 * checks that every tensor is aligned, inside the file, and shares no byte with another. Throws
 * `corrupt`.
 */
export function placeTensors(
	tensors: readonly TensorInfo[],
	{ dataStart, alignment, fileSize }: { dataStart: number; alignment: number; fileSize: number },
): Map<string, TensorInfo> {
	const placed = new Map<string, TensorInfo>();
	for (const tensor of tensors) {
		if (placed.has(tensor.name)) throw corrupt(tensor, 'is there twice');
		if (tensor.offset % alignment !== 0) throw corrupt(tensor, `is not aligned to ${alignment}`);
		const offset = dataStart + tensor.offset;
		// A sum past 2^53 is inexact, but still far past the end of any file.
		if (offset + tensor.bytes > fileSize) throw corrupt(tensor, 'is past the end of the file');
		placed.set(tensor.name, { ...tensor, offset });
	}
	refuseOverlap([...placed.values()]);
	return placed;
}

function refuseOverlap(tensors: TensorInfo[]): void {
	let end = 0;
	for (const tensor of tensors.sort((a, b) => a.offset - b.offset)) {
		if (tensor.offset < end) throw corrupt(tensor, 'overlaps another tensor');
		end = tensor.offset + tensor.bytes;
	}
}

function corrupt(tensor: TensorInfo, what: string): AppError {
	return new AppError('corrupt', `gguf: tensor ${tensor.name} ${what}`, {
		data: { tensor: tensor.name },
	});
}
