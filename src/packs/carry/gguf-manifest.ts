import type { Gguf } from '../../formats/gguf/gguf.ts';
import type { Metadata } from '../../formats/gguf/metadata.ts';
import { plainLine } from '../../lib/plain-line.ts';
import { NOT_STATED, parseManifest, type PackFile, type PackManifest } from '../manifest.ts';
import type { MemoryPlan } from './runnable-gguf.ts';

/** The digest's first digits: enough to tell files apart, short enough for a name. */
const ID_DIGITS = 16;

/** A manifest out of what a GGUF file says of itself. `fileName` stands in where it has no name. */
export function ggufManifest(
	gguf: Gguf,
	file: PackFile,
	{ contextWindow, memoryBytes }: MemoryPlan,
	fileName: string,
): PackManifest {
	const { metadata } = gguf;
	const ownName = textOf(metadata, 'general.name', 80);
	const shortFileName = plainLine(fileName.replace(/\.gguf$/i, ''), 80) || 'GGUF';
	return parseManifest({
		schema: 1,
		id: `gguf-${file.sha256.slice(0, ID_DIGITS)}`,
		name: ownName || shortFileName,
		tasks: ['chat'],
		// Those that files name are seldom those that a model serves.
		languages: [],
		license: {
			spdx: textOf(metadata, 'general.license', 200) || NOT_STATED,
			holder:
				textOf(metadata, 'general.organization', 200) ||
				textOf(metadata, 'general.author', 200) ||
				NOT_STATED,
		},
		source: { name: plainLine(fileName, 200) || 'GGUF', revision: file.sha256 },
		parameters: parametersOf(gguf),
		quantization: quantizationOf(gguf),
		contextWindow,
		fileSets: [{ engine: 'wllama', files: [file], memoryBytes }],
	});
}

function textOf(metadata: Metadata, key: string, max: number): string {
	try {
		return plainLine(metadata.stringOr(key, ''), max);
	} catch {
		return '';
	}
}

function parametersOf({ tensors }: Gguf): number {
	let sum = 0;
	for (const { rows, columns } of tensors.values()) sum += rows * columns;
	return sum;
}

/** The type that most of the weights have. */
function quantizationOf({ tensors }: Gguf): string {
	const weights = new Map<string, number>();
	for (const { type, rows, columns } of tensors.values()) {
		weights.set(type.name, (weights.get(type.name) ?? 0) + rows * columns);
	}
	const [most] = [...weights].sort(([, a], [, b]) => b - a);
	return most?.[0].toLowerCase() ?? NOT_STATED;
}
