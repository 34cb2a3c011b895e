import { AppError, toAppError, type ErrorCode, type ErrorData } from '../../lib/errors.ts';

type Rule = [pattern: RegExp, code: ErrorCode, data?: ErrorData];

/** What @huggingface/transformers 4.3.1, ONNX Runtime and Dawn throw, by name and message. */
const RULES: readonly Rule[] = [
	[/dynamically imported module|Importing a module script failed|Failed to fetch/, 'offline'],
	[/device\]? (is |was )?lost|external Instance reference|mapAsync/i, 'device-lost'],
	[/no available backend found|WebAssembly SIMD/i, 'unsupported', { reason: 'no-wasm' }],
	[
		/Failed to get GPU adapter|WebGPU is not (supported|available)/i,
		'unsupported',
		{ reason: 'no-adapter' },
	],
	[/out of memory|allocation failed|bad_alloc|failed to allocate|Aborted\(OOM\)/i, 'out-of-memory'],
	[
		/could not find an implementation|is not a registered|Unsupported model|Unsupported operator/i,
		'unsupported',
		{ reason: 'unknown-architecture' },
	],
	[/chat_template/, 'unsupported', { reason: 'no-chat-template' }],
	[
		/^SyntaxError|protobuf parsing failed|INVALID_PROTOBUF|ModelFileNotFoundError|file was not found/i,
		'corrupt',
	],
	[/Can't create a session|Load model|INVALID_GRAPH/i, 'corrupt'],
];

/** Names what transformers.js or ONNX Runtime threw. */
export function toEngineError(error: unknown): AppError {
	if (error instanceof AppError) return error;
	const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
	const rule = RULES.find(([pattern]) => pattern.test(text));
	return rule
		? new AppError(rule[1], text, { cause: error, data: rule[2] ?? {} })
		: toAppError(error);
}
