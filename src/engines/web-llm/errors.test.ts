import { expect, it } from 'vitest';
import { AppError } from '../../lib/errors.ts';
import { toEngineError } from './errors.ts';

const named = (name: string, message = '') => Object.assign(new Error(message), { name });

it.each([
	[named('DeviceLostError', 'The WebGPU device was lost while loading the model.'), 'device-lost'],
	[
		new DOMException('A valid external Instance reference no longer exists.', 'AbortError'),
		'device-lost',
	],
	[new DOMException('mapAsync was cancelled', 'OperationError'), 'device-lost'],
	[named('Error', 'Unable to find a compatible GPU. This issue might be'), 'unsupported'],
	[
		named('Error', 'Cannot initialize runtime because of requested maxBufferSize exceeds limit.'),
		'unsupported',
	],
	[
		named('ShaderF16SupportError', 'This model requires WebGPU extension shader-f16'),
		'unsupported',
	],
	[new RangeError('Array buffer allocation failed'), 'out-of-memory'],
	[
		new RangeError(
			"Failed to execute 'createBuffer' on 'GPUDevice': createBuffer failed, size (9) is",
		),
		'out-of-memory',
	],
	[new RangeError('WebAssembly.Memory(): could not allocate memory'), 'out-of-memory'],
	[{ name: 'ExitStatus', message: 'Program terminated with exit(1)', status: 1 }, 'internal'],
	[
		named('ContextWindowSizeExceededError', 'Prompt tokens exceed context window size'),
		'invalid-input',
	],
	[new SyntaxError('Unexpected token < in JSON'), 'corrupt'],
	[named('Error', 'something new'), 'internal'],
])('%s is %s', (error, code) => {
	expect(toEngineError(error).code).toBe(code);
});

it('leaves named failures as they are', () => {
	const error = new AppError('untrusted', 'x');
	expect(toEngineError(error)).toBe(error);
});
