import type { Backend } from '../../storage/records/backend-measurement.ts';
import type { PackFile } from '../../packs/manifest.ts';
import { modelFileOf } from './model-file.ts';

/** What transformers.js is told about a model beside its name. */
export interface ModelOptions {
	readonly device: Backend;
	readonly dtype: 'fp32';
	readonly subfolder: string;
	readonly model_file_name: string;
	readonly use_external_data_format: number;
}

/** The options that make it take the pack's own graph, wherever that is and whatever its weights are. */
export function modelOptions(files: readonly PackFile[], backend: Backend): ModelOptions {
	const { subfolder, name, dataFiles } = modelFileOf(files);
	return {
		device: backend,
		// The file is named whole: 'fp32' only keeps an ending from being added to it.
		dtype: 'fp32',
		subfolder,
		model_file_name: name,
		use_external_data_format: dataFiles,
	};
}
