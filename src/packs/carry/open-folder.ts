import type { CallOptions } from '../../lib/call-options.ts';
import { AppError } from '../../lib/errors.ts';
import type { GpuAdmission } from './admit.ts';
import { partWith, type Folder } from './folder.ts';
import { MLC_CONFIG, openMlcFolder } from './open-mlc-folder.ts';
import { isOnnxFolder, openOnnxFolder } from './open-onnx-folder.ts';
import type { PackSource } from './pack-source.ts';

/** How much of a folder was looked at, in bytes. */
export interface OpeningProgress {
	readonly bytesDone: number;
	readonly bytesTotal: number;
}

/** Takes a folder for a pack, by the layout that it has. Throws `invalid-input` (`no-model-folder`) where it has none. */
export async function* openFolder(
	folder: Folder,
	gpu: GpuAdmission,
	o: CallOptions,
): AsyncGenerator<OpeningProgress, PackSource> {
	if (partWith(folder, MLC_CONFIG)) return yield* openMlcFolder(folder, gpu, o);
	if (isOnnxFolder(folder)) return yield* openOnnxFolder(folder, o);
	throw new AppError('invalid-input', 'no layout of a model in this folder', {
		data: { reason: 'no-model-folder' },
	});
}
