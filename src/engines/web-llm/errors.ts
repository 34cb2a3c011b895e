import { AppError, toAppError, type ErrorCode, type ErrorData } from '../../lib/errors.ts';

type Rule = [pattern: RegExp, code: ErrorCode, data?: ErrorData];

/** What @mlc-ai/web-llm 0.2.86, its runtime and Dawn throw, by name and message. */
const RULES: readonly Rule[] = [
	[/dynamically imported module|Importing a module script failed/, 'offline'],
	[/^DeviceLostError|device (is|was) lost|external Instance reference/i, 'device-lost'],
	[/^WebGPUNotAvailableError/, 'unsupported', { reason: 'no-webgpu' }],
	[/Unable to find a compatible GPU/, 'unsupported', { reason: 'no-adapter' }],
	[/exceeds\s+limit|^(ShaderF16|Feature)SupportError/, 'unsupported', { reason: 'limits' }],
	[
		/out of memory|allocation failed|could not allocate|createBuffer failed|Cannot enlarge memory|bad_alloc/i,
		'out-of-memory',
	],
	[/^ContextWindowSizeExceededError/, 'invalid-input', { reason: 'context-window' }],
	[/^SyntaxError|^CompileError|Cannot find parameter/, 'corrupt'],
	// The runtime maps buffers to wait for the GPU: these two are a device that has gone meanwhile.
	[/^(AbortError|OperationError)/, 'device-lost'],
];

/** Names what WebLLM threw. */
export function toEngineError(error: unknown): AppError {
	if (error instanceof AppError) return error;
	const text = textOf(error);
	const rule = RULES.find(([pattern]) => pattern.test(text));
	return rule
		? new AppError(rule[1], text, { cause: error, data: rule[2] ?? {} })
		: new AppError(toAppError(error).code, text, { cause: error });
}

/** Emscripten throws an object of its own where the runtime ends itself. */
function textOf(error: unknown): string {
	const { name = 'Error', message = String(error) } = (error ?? {}) as Partial<Error>;
	return `${name}: ${message}`;
}
