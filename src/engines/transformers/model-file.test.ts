import { expect, it } from 'vitest';
import { modelFileOf } from './model-file.ts';

const filesOf = (...paths: string[]) =>
	paths.map((path) => ({ path, bytes: 1, sha256: '0'.repeat(64) }));

it('finds the graph wherever it is, and the weights beside it', () => {
	expect(modelFileOf(filesOf('config.json', 'onnx/model_q4.onnx'))).toEqual({
		subfolder: 'onnx',
		name: 'model_q4',
		dataFiles: 0,
	});
	expect(
		modelFileOf(filesOf('model.onnx', 'model.onnx_data', 'model.onnx_data_1', 'other.onnx_data')),
	).toEqual({ subfolder: '', name: 'model', dataFiles: 2 });
});

it.each([
	['none', filesOf('config.json')],
	['two', filesOf('onnx/encoder_model.onnx', 'onnx/decoder_model_merged.onnx')],
])('refuses a pack with %s', (_, files) => {
	expect(() => modelFileOf(files)).toThrow(
		expect.objectContaining({ code: 'unsupported', data: { reason: 'no-files' } }),
	);
});
