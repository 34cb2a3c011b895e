import { describe, expect, it } from 'vitest';
import { catalogue, starterPack } from './index.ts';

const files = catalogue.flatMap((pack) => pack.fileSets.flatMap((set) => set.files));

describe('the catalogue', () => {
	it('names each pack once', () => {
		const ids = catalogue.map((pack) => pack.id);
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids).toContain(starterPack.id);
	});

	it('gives no two files of a pack the same path', () => {
		for (const { id, fileSets } of catalogue) {
			const paths = fileSets.flatMap((set) => set.files.map((file) => file.path));
			expect(new Set(paths).size, id).toBe(paths.length);
		}
	});

	it('has no empty file and one length per digest', () => {
		const lengths = new Map(files.map((file) => [file.sha256, file.bytes]));
		for (const file of files) {
			expect(file.bytes).toBeGreaterThan(0);
			expect(lengths.get(file.sha256)).toBe(file.bytes);
		}
	});

	it('starts with a pack for devices with and without WebGPU', () => {
		expect(starterPack.fileSets.map((set) => set.engine)).toEqual(['web-llm', 'wllama']);
	});
});
