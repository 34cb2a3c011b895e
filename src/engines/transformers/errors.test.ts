import { expect, it } from 'vitest';
import { AppError } from '../../lib/errors.ts';
import { toEngineError } from './errors.ts';

const session = (code: number, message: string) =>
	new Error(`Can't create a session. ERROR_CODE: ${code}, ERROR_MESSAGE: ${message}`);

it.each([
	[session(7, 'Failed to load model because protobuf parsing failed.'), 'corrupt'],
	[new SyntaxError('Unexpected token < in JSON'), 'corrupt'],
	[session(6, 'std::bad_alloc'), 'out-of-memory'],
	[new RangeError('Array buffer allocation failed'), 'out-of-memory'],
	[
		session(9, 'Could not find an implementation for GatherBlockQuantized(1) node with name'),
		'unsupported',
	],
	[new Error('no available backend found. ERR: [wasm] RuntimeError'), 'unsupported'],
	[new Error('Unsupported model type: frobnicator'), 'unsupported'],
	[
		new Error('Cannot use apply_chat_template() because tokenizer.chat_template is not set'),
		'unsupported',
	],
	[new Error('[Device] is lost.'), 'device-lost'],
	[new TypeError('Failed to fetch dynamically imported module'), 'offline'],
	[new Error('something new'), 'internal'],
])('%s is %s', (error, code) => {
	expect(toEngineError(error).code).toBe(code);
});

it('leaves named failures as they are', () => {
	const error = new AppError('corrupt', 'x', { data: { file: 'config.json' } });
	expect(toEngineError(error)).toBe(error);
});
