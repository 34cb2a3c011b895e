import { AppError, toAppError, type ErrorCode, type ErrorData } from '../../lib/errors.ts';

type Rule = [pattern: RegExp, code: ErrorCode, data?: ErrorData];

/** What @wllama/wllama 3.8.1 and llama.cpp within it throw, by name and message. */
const RULES: readonly Rule[] = [
	[/dynamically imported module|Importing a module script failed/, 'offline'],
	[
		/out of memory|allocation failed|could not allocate|Cannot enlarge memory|bad_alloc|failed to allocate/i,
		'out-of-memory',
	],
	[/memory access out of bounds/i, 'out-of-memory'],
	[/exceeds the available context size/, 'invalid-input', { reason: 'context-window' }],
	[
		/load(ing)? model|load_error|invalid magic|tensor .* (data|out of)|File read failed/i,
		'corrupt',
	],
];

/** Names what wllama threw. */
export function toEngineError(error: unknown): AppError {
	if (error instanceof AppError) return error;
	const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
	const rule = RULES.find(([pattern]) => pattern.test(text));
	return rule
		? new AppError(rule[1], text, { cause: error, data: rule[2] ?? {} })
		: toAppError(error);
}
