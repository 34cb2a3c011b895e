import { expect, test } from 'vitest';
import committed from '../../src/packs/catalogue/hub-models.json' with { type: 'json' };
import { hubModels } from './hub-models.mjs';
import { offeredModels } from './offered-models.mjs';

test('the catalogue is what the installed package says; if not, run: npm run catalogue', async () => {
	expect(committed).toEqual(await hubModels());
});

test('a model that the list does not have is refused', async () => {
	const invented = [{ ...offeredModels[0], listed: 'Nobody-1B' }];
	await expect(hubModels(invented)).rejects.toThrow('Nobody-1B');
});
