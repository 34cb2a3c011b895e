// Builds dist/, unless it is newer than everything it is made of.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { exitAfter, PlainError, root, runNode } from './run.mjs';
import { ensureEmbeddings, ensurePackages, ensureStarter } from './setup.mjs';

const sources = [
	'src',
	'public',
	'index.html',
	'vite.config.ts',
	'security-headers.json',
	'scripts/licence-texts.ts',
];
const stamp = new URL('.cache/build-stamp', root);

function fingerprint() {
	const hash = createHash('sha256');
	const visit = (path) => {
		const info = statSync(new URL(path, root));
		if (info.isDirectory()) {
			for (const name of readdirSync(new URL(`${path}/`, root)).sort()) visit(`${path}/${name}`);
		} else {
			hash.update(`${path} ${info.size} ${info.mtimeMs}\n`);
		}
	};
	sources.concat('package-lock.json').forEach(visit);
	return hash.digest('hex');
}

/** Makes the production build. Packages and the starter pack must be there. */
export async function ensureBuild() {
	const current = fingerprint();
	const isFresh =
		existsSync(new URL('dist/index.html', root)) &&
		existsSync(stamp) &&
		(await readFile(stamp, 'utf8')) === current;
	if (isFresh) return;
	console.log('Building…');
	const { code } = await runNode('node_modules/vite/bin/vite.js', ['build', '--logLevel', 'warn']);
	if (code !== 0) throw new PlainError('The build failed (see above).');
	await writeFile(stamp, current);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	await exitAfter(async () => {
		await ensurePackages();
		await ensureStarter();
		await ensureEmbeddings();
		await ensureBuild();
	});
}
