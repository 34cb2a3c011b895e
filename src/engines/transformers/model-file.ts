import { AppError } from '../../lib/errors.ts';
import type { PackFile } from '../../packs/manifest.ts';

/** Where a pack's ONNX graph is, in the words of transformers.js. */
export interface ModelFile {
	/** Folder below the pack's, or nothing. */
	readonly subfolder: string;
	/** Name without the ending. */
	readonly name: string;
	/** Files beside it that hold its weights (`<name>.onnx_data`, `<name>.onnx_data_1`, …). */
	readonly dataFiles: number;
}

/** Finds the one ONNX graph of a pack. Throws `unsupported` where there is none, or parts of several. */
export function modelFileOf(files: readonly PackFile[]): ModelFile {
	const graphs = files.map(({ path }) => path).filter((path) => path.endsWith('.onnx'));
	const [path] = graphs;
	if (!path || graphs.length > 1) {
		throw new AppError('unsupported', `one ONNX graph is needed; the pack has ${graphs.length}`, {
			data: { reason: 'no-files' },
		});
	}
	const slash = path.lastIndexOf('/');
	return {
		subfolder: path.slice(0, Math.max(0, slash)),
		name: path.slice(slash + 1, -'.onnx'.length),
		dataFiles: files.filter((file) => file.path.startsWith(`${path}_data`)).length,
	};
}
