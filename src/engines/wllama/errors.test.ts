import { expect, it } from 'vitest';
import { toEngineError } from './errors.ts';

const named = (name: string, message: string) => Object.assign(new Error(message), { name });

it.each([
	[named('RuntimeError', '(ABORT) Cannot enlarge memory arrays'), 'out-of-memory'],
	[named('RuntimeError', 'memory access out of bounds'), 'out-of-memory'],
	[named('RangeError', 'Array buffer allocation failed'), 'out-of-memory'],
	[named('RangeError', 'WebAssembly.Memory(): could not allocate memory'), 'out-of-memory'],
	[
		named('Error', 'request (900 tokens) exceeds the available context size (512 tokens)'),
		'invalid-input',
	],
	[named('RuntimeError', 'File read failed: NotReadableError'), 'corrupt'],
	[named('TypeError', 'Failed to fetch dynamically imported module: x'), 'offline'],
	[named('AbortError', 'Operation aborted'), 'aborted'],
	[named('Error', 'something new'), 'internal'],
])('%s is %s', (error, code) => {
	expect(toEngineError(error).code).toBe(code);
});
