// Writes the catalogue of models on the hub anew: npm run catalogue, after an upgrade of WebLLM or a change in
// scripts/catalogue/offered-models.mjs.
import { writeFile } from 'node:fs/promises';
import { hubModels } from './catalogue/hub-models.mjs';
import { exitAfter, root } from './run.mjs';

await exitAfter(async () => {
	const catalogue = await hubModels();
	const file = new URL('src/packs/catalogue/hub-models.json', root);
	await writeFile(file, JSON.stringify(catalogue, null, '\t') + '\n');
	console.log(`${catalogue.models.length} models from ${catalogue.list}`);
});
