import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { libraries } from './libraries.ts';
import { shaderSources } from './shader-sources.ts';

const read = async (file: string): Promise<ArrayBuffer> => {
	const bytes = await readFile(new URL(`../../../public/libraries/${file}`, import.meta.url));
	return new Uint8Array(bytes).buffer;
};

describe('shaderSources', () => {
	it.each(libraries)('finds every kernel of $id, whole', async ({ file }) => {
		const library = await read(file);
		const sources = shaderSources(library);
		const entryPoints = new TextDecoder('latin1').decode(library).match(/@compute/g);
		expect(sources).toHaveLength(entryPoints!.length);
		for (const source of sources) {
			expect(source.match(/@compute/g)).toHaveLength(1);
			expect(source.trimEnd()).toMatch(/}$/);
		}
	});

	it('leaves out text without a believable length', () => {
		const text = '//----------------------------------------\n// Function: f\n';
		const bytes = new TextEncoder().encode(`\xff\xff\xff\xff\xff\xff\xff\xff${text}`);
		expect(shaderSources(bytes.buffer)).toEqual([]);
	});
});
