// `npm run chaos [-- --seed N] [-- --schedules N] [-- --kills N] [-- --only INDEX]`: installations under drawn faults; see
// docs/chaos.md.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { exitAfter, root } from './run.mjs';
import { ensureChromium, ensurePackages } from './setup.mjs';

await exitAfter(async () => {
	const { values } = parseArgs({
		options: {
			seed: { type: 'string' },
			schedules: { type: 'string', default: '1000' },
			kills: { type: 'string', default: '20' },
			only: { type: 'string' },
		},
	});
	await ensurePackages();
	await ensureChromium();
	// Node 20 cannot import TypeScript, so Vite's module runner does.
	const { runnerImport } = await import('vite');
	const { module } = await runnerImport(fileURLToPath(new URL('e2e/chaos/main.ts', root)), {
		root: fileURLToPath(root),
		configFile: false,
		logLevel: 'error',
	});
	return module.main({
		seed: values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed),
		schedules: Number(values.schedules),
		kills: Number(values.kills),
		...(values.only !== undefined && { only: Number(values.only) }),
	});
});
