import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { HubModels } from './hub-model.ts';
import catalogue from './hub-models.json';
import { hubModels } from './index.ts';

const GB = 1e9;
const QUERN_LANGUAGES = ['ar', 'en', 'fa', 'fr', 'zh'];

describe('the catalogue of models on the hub', async () => {
	const models = await hubModels();
	const variants = models.flatMap((model) => model.variants);

	it('has the shape that the app relies on', () => {
		expect(v.safeParse(HubModels, catalogue).issues).toBeUndefined();
		expect(new Set(models.map(({ id }) => id)).size).toBe(models.length);
	});

	it('is in order of size', () => {
		const sizes = models.map(({ parameters }) => parameters);
		expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
	});

	it.each([1, 2, 4, 8, 16])('has something for a device of %d GB with any GPU', (memory) => {
		const room = 0.65 * memory * GB;
		const fitting = variants.filter(({ kind, memoryBytes }) => {
			return kind === 'f32' && memoryBytes > room / 3 && memoryBytes <= room;
		});
		expect(fitting).not.toEqual([]);
	});

	it('asks for half precision where the kernels calculate in it, and only there', () => {
		for (const { listId, kind, features } of variants) {
			expect(features, listId).toEqual(kind === 'f16' ? ['shader-f16'] : []);
		}
	});

	it('keeps every language of the app in mind, and says who says so', () => {
		const served = new Set(models.flatMap(({ languages }) => languages));
		expect([...served].sort()).toEqual(QUERN_LANGUAGES);
		for (const { languages, weakIn } of models) {
			expect(languages.filter((tag) => weakIn.includes(tag))).toEqual([]);
		}
	});

	it('claims no language for a model that is too small for it', () => {
		const small = models.filter(({ parameters }) => parameters < GB);
		for (const { id, languages } of small) expect(['en', 'zh,en'], id).toContain(languages.join());
	});

	it('estimates a download that the running model then holds', () => {
		for (const { listId, aboutBytes, memoryBytes } of variants) {
			expect(aboutBytes, listId).toBeLessThan(memoryBytes);
		}
	});
});
