import type { TensorInfo } from '../../formats/gguf/tensor-info.ts';
import type { TensorType } from '../../formats/gguf/tensor-type.ts';

/** Rows of quantized blocks as stored, and the column of the packed matrix that each becomes. */
export interface BlockRows {
	readonly type: TensorType;
	readonly blocks: Uint16Array;
	readonly blocksPerRow: number;
	/** One column number per row. */
	readonly columns: Uint32Array;
}

/** Called with the index in `blocks` where a block starts, its number in the row, and the column. */
export type VisitBlock = (at: number, block: number, column: number) => void;

/** One cache line of 32-bit words. */
const TILE_ROWS = 16;

/**
 * Visits every block, in tiles of rows, so that what neighbouring rows write falls into the same
 * cache lines although the packed matrix is the transpose of the stored one.
 */
export function forEachBlock(rows: BlockRows, visit: VisitBlock): void {
	const { blocksPerRow, columns } = rows;
	const blockWords = rows.type.blockBytes / 2;
	const rowWords = blocksPerRow * blockWords;
	for (let first = 0; first < columns.length; first += TILE_ROWS) {
		const end = Math.min(first + TILE_ROWS, columns.length);
		for (let block = 0; block < blocksPerRow; block++) {
			for (let row = first; row < end; row++) {
				visit(row * rowWords + block * blockWords, block, columns[row]!);
			}
		}
	}
}

/** Views `bytes`, whole rows of `tensor`, as blocks. Block sizes are even and hosts little-endian. */
export function blockRows(
	tensor: TensorInfo,
	bytes: Uint8Array<ArrayBuffer>,
	columns: Uint32Array,
): BlockRows {
	return {
		type: tensor.type,
		blocks: new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2),
		blocksPerRow: tensor.columns / tensor.type.blockSize,
		columns,
	};
}
