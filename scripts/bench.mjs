// `npm run bench [-- --only <name>]… [-- --real-gpu]`: side-by-side measurements; see bench/README.md.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuild } from './build.mjs';
import { exitAfter, root } from './run.mjs';
import { ensureChromium, ensureEmbeddings, ensurePackages, ensureStarter } from './setup.mjs';

await exitAfter(async () => {
	const { values } = parseArgs({
		options: {
			only: { type: 'string', multiple: true, default: [] },
			'real-gpu': { type: 'boolean', default: false },
		},
	});
	await ensurePackages();
	await ensureStarter();
	await ensureEmbeddings();
	await ensureBuild();
	await ensureChromium();
	// Node 20 cannot import TypeScript, so Vite's module runner does.
	const { runnerImport } = await import('vite');
	const { module } = await runnerImport(fileURLToPath(new URL('bench/run.ts', root)), {
		root: fileURLToPath(root),
		configFile: false,
		logLevel: 'error',
	});
	const isWhole = await module.runBench({
		root,
		only: values.only,
		realGpu: values['real-gpu'],
	});
	return isWhole ? 0 : 1;
});
